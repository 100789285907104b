using Grader.Contract;
using Grader.Launch;

namespace Grader.Trace;

/// <summary>Names in the place of what is different in every run.</summary>
internal sealed class Names
{
    private readonly Dictionary<int, Actor> byIndex;
    private readonly Dictionary<string, string> templates = [];

    public Names(RunTrace trace)
    {
        byIndex = trace.Actors().ToDictionary(actor => actor.Index);
        var rules = trace.Scenario.Outcome.Lines.Concat(trace.Scenario.Other?.Outcome.Lines ?? []);
        foreach (var line in rules.SelectMany(rule => rule.Lines).Where(line => line.Contains("{pid of ", StringComparison.Ordinal)))
        {
            foreach (var prefix in new[] { "", Who.OtherPrefix })
            {
                templates.TryAdd(Resolve(line, prefix), line);
            }
        }
    }

    /// <summary>A line with <c>{pid of X}</c> in the place of the true process id, where the kata asks for one.</summary>
    public string Plain(string line) => templates.GetValueOrDefault(line, line);

    /// <summary>" by B" for everybody but main and its own workers.</summary>
    public string StartedBy(Actor actor) =>
        actor.Parent is { } parent && byIndex.TryGetValue(parent, out var starter) && !Who.IsMain(starter.Role) ? $", started by {starter.Role}" : "";

    private string Resolve(string line, string prefix)
    {
        foreach (var actor in byIndex.Values.Where(actor => actor.Role.StartsWith(prefix, StringComparison.Ordinal)))
        {
            line = line.Replace($"{{pid of {actor.Role[prefix.Length..]}}}", $"{actor.OwnPid}", StringComparison.Ordinal);
        }

        return line;
    }
}

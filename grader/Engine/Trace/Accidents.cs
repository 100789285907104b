using System.Text.RegularExpressions;

namespace Grader.Trace;

/// <summary>Numbers and names that are others in every run: process ids in lines of the katas that ask for them, random names of files.</summary>
internal sealed partial class Accidents
{
    private const int FirstPid = 1000;

    private readonly Dictionary<string, string> pids = [];

    public Accidents(RunTrace trace)
    {
        if (trace.Scenario.Outcome.Lines.SelectMany(rule => rule.Lines).Any(line => line.Contains("{pid of ", StringComparison.Ordinal)))
        {
            foreach (var (index, actor) in trace.Actors().OrderBy(actor => actor.Role, Contract.RoleOrder.Instance).ThenBy(actor => actor.Index).Index())
            {
                pids[$"{actor.OwnPid}"] = $"{FirstPid + index}";
            }
        }
    }

    /// <summary>The same number for the same process in every run; where no line is asked to name it, the true one.</summary>
    public int Pid(int pid) => int.Parse(pids.GetValueOrDefault($"{pid}", $"{pid}"));

    /// <summary>A line with these process ids.</summary>
    public string Line(string text) => pids.Count == 0 ? text : Number().Replace(text, number => pids.GetValueOrDefault(number.Value, number.Value));

    /// <summary>A path with <c>…</c> in the place of what chance made: <c>tmp….tmp</c>, <c>pool-…</c>.</summary>
    public static string Path(string path) => string.Join('/', path.Split('/').Select(name => Random().Replace(name, "…")));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    // Path.GetTempFileName; Guid; Directory.CreateTempSubdirectory after a dash or the like; Path.GetRandomFileName; a process id.
    [GeneratedRegex("(?<=^tmp)[A-Za-z0-9]{6}(?=\\.tmp$)|[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}|(?<=[-_.])(?=[^/]*[0-9A-Z])[A-Za-z0-9]{6}$|^[a-z0-9]{8}\\.[a-z0-9]{3}$|(?<=[-_.])[0-9]{2,}(?=$|[-_.])")]
    private static partial Regex Random();
}

using System.Collections.Immutable;
using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>
/// One run of the program within a trace, with the outcome that is right for it. A scenario has one, or two when it starts a second run;
/// roles are those of the kata, without the prefix of the second run.
/// </summary>
public sealed class Run
{
    /// <summary>The role of a process of the kata's program that was started without a name.</summary>
    public const string Nameless = "(no name)";

    private readonly string prefix;

    private Run(RunTrace trace, Outcome outcome, string prefix)
    {
        this.prefix = prefix;
        Trace = trace;
        Outcome = outcome;
        Everybody = [.. trace.Actors().Where(actor => Who.BelongsToOther(actor.Role) == (prefix.Length > 0))];
        Main = Everybody.FirstOrDefault(actor => RoleOf(actor) == Who.Main);
        Workers = [.. Everybody.Where(actor => RoleOf(actor) != Who.Main && IsOfKata(actor))];
        Killed = [.. trace.SignalsSent().Where(sent => sent.Number == 9).Select(sent => sent.Target.Index)];
        Signalled = [.. trace.SignalsSent().Select(sent => sent.Target.Index)];
        Ending = trace.Ending().How;
        MainWasKilledFromOutside = Main is not null && !Signalled.Contains(Main.Index) && trace.EndOf(Main) is { Status.Signal: 9 };
    }

    public RunTrace Trace { get; }

    public Outcome Outcome { get; }

    /// <summary>Null when it never appeared.</summary>
    public Actor? Main { get; }

    /// <summary>The processes of the kata's program besides main, in the order of their appearance.</summary>
    public ImmutableArray<Actor> Workers { get; }

    /// <summary>Main, workers and other programs.</summary>
    public ImmutableArray<Actor> Everybody { get; }

    /// <summary>Indexes of the actors that a step killed.</summary>
    public ImmutableHashSet<int> Killed { get; }

    /// <summary>Indexes of the actors that a step sent any signal to.</summary>
    public ImmutableHashSet<int> Signalled { get; }

    public RunEnd Ending { get; }

    /// <summary>
    /// Somebody killed main, and it was no step of the scenario: the machine was short of memory, say. What is missing after that is not the program's fault.
    /// </summary>
    public bool MainWasKilledFromOutside { get; }

    /// <summary>
    /// The run was played to its end and main left in an orderly way: what is missing now will never come.
    /// Otherwise what is missing may be a consequence of how the run ended.
    /// </summary>
    public bool IsComplete => Ending == RunEnd.Ended && Main is not null && Trace.EndOf(Main) is { Status.Signal: null };

    /// <summary>Nobody whom main started was gone unseen: a worker that never appeared never existed.</summary>
    public bool SawAll => !Trace.Of<Signal.Unseen>().Any(unseen => unseen.Fact.Parent.Index == Main?.Index);

    public static IEnumerable<Run> Of(RunTrace trace)
    {
        yield return new Run(trace, trace.Scenario.Outcome, "");
        if (trace.Scenario.Other is { } other && trace.Of<Signal.Stepped>().Any(stepped => stepped.Fact.Step is Step.StartOther))
        {
            yield return new Run(trace, other.Outcome, Who.OtherPrefix);
        }
    }

    /// <summary>The role as the kata knows it.</summary>
    public string RoleOf(Actor actor) => actor.Role[(actor.Role.StartsWith(prefix, StringComparison.Ordinal) ? prefix.Length : 0)..] switch
    {
        Who.Main when actor.Parent is not null => Nameless,
        var role => role,
    };

    public bool IsHere(Actor actor) => Everybody.Any(member => member.Index == actor.Index);

    /// <summary>The actors of one role, workers and main.</summary>
    public IEnumerable<Actor> ActorsOf(string role) => Everybody.Where(actor => IsOfKata(actor) && RoleOf(actor) == role);

    /// <summary>The lines that appeared on standard output in this run.</summary>
    public IEnumerable<Occurrence> PrintedLines() => Trace.PrintedLines().Where(line => IsHere(line.Actor));

    /// <summary>A listed line with the true process ids in the place of <c>{pid of X}</c>.</summary>
    public string Resolve(string line)
    {
        foreach (var actor in line.Contains("{pid of ", StringComparison.Ordinal) ? Everybody : [])
        {
            line = line.Replace($"{{pid of {RoleOf(actor)}}}", $"{actor.OwnPid}", StringComparison.Ordinal);
        }

        return line;
    }

    public Finding Finding(string code, string message, IEnumerable<int> events, string? role = null) =>
        new(code, Trace.Scenario.Name, message, [.. events], role);

    /// <summary>A role in brackets is a program of its own (<c>[kill]</c>), no worker.</summary>
    private static bool IsOfKata(Actor actor) => actor.IsKata || !actor.Role.Contains('[', StringComparison.Ordinal);
}

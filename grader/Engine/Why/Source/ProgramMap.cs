using System.Collections.Immutable;
using Grader.Build;
using Grader.Launch.Stacks;

namespace Grader.Why.Source;

/// <summary>Questions about the source that help to point at a line: where is a role started, where is it joined. Answers are good guesses, by syntax alone.</summary>
internal sealed class ProgramMap
{
    private static readonly ImmutableHashSet<string> JoinNames = ["WaitForExit", "WaitForExitAsync", "Join", "WaitAll", "WhenAll"];
    private static readonly ImmutableHashSet<string> NoProcesses = ["new Thread", "new Timer", "new Stopwatch", "new Task", "StartNew"];

    private readonly SourceFacts facts;
    private readonly ImmutableHashSet<string> methods;
    private readonly ImmutableHashSet<string> threads;
    private readonly ImmutableArray<SourceCall> direct;
    private readonly ImmutableHashSet<string> starters;

    public ProgramMap(SourceFacts facts)
    {
        this.facts = facts;
        methods = [.. facts.Calls.Select(call => call.Method)];
        threads = [.. facts.Calls.Where(call => NoProcesses.Contains(call.Name)).Select(call => call.AssignedTo).Where(name => name.Length > 0)];
        direct = [.. facts.Calls.Where(IsDirectStart)];
        starters = Helpers(direct);
        Sides = new Sides(facts);
        StartSites = [.. Sites(direct, starters)];
    }

    /// <summary>Everywhere that a process is started, as far out as a helper method is only a helper.</summary>
    public ImmutableArray<SourceCall> StartSites { get; }

    /// <summary>What is main's and what is the workers'.</summary>
    public Sides Sides { get; }

    public ImmutableArray<SourceCall> Calls => facts.Calls;

    public string TextAt(SourcePlace place) =>
        facts.Lines.TryGetValue(place.File, out var lines) && place.Line >= 1 && place.Line <= lines.Length ? lines[place.Line - 1].Trim() : "";

    public static SourcePlace PlaceOf(SourceCall call) => new(call.File, call.Line);

    /// <summary>Where the role is started; null when the source does not tell.</summary>
    public SourceCall? StartOf(string role)
    {
        var exact = StartSites.Where(site => site.Literals.Contains(role)).ToList();
        if (exact.Count > 0)
        {
            return exact[0];
        }

        // The name may stand on a line of its own: psi.ArgumentList.Add("square"), then Process.Start(psi).
        if (facts.Calls.FirstOrDefault(call => call.Literals.Contains(role) && Prepares(call)) is { } prepared)
        {
            return StartSites.Where(site => site.File == prepared.File && site.Method == prepared.Method && site.Line >= prepared.Line).MinBy(site => site.Line) ?? prepared;
        }

        return StartSites.FirstOrDefault(site => site.Literals.Any(literal => FitsPattern(literal, role)))
            ?? StartSites.FirstOrDefault(site => !site.Literals.Any(literal => literal is not "--worker" && !literal.Contains('*', StringComparison.Ordinal)))
            ?? StartSites.FirstOrDefault();
    }

    /// <summary>Where the process that a site starts is waited for, in order of lines.</summary>
    public ImmutableArray<SourceCall> JoinsOf(SourceCall start) =>
    [
        .. facts.Calls.Where(call => call.File == start.File && call.Method == start.Method && IsJoin(call) && (
            (start.AssignedTo.Length > 0 && (call.Receiver == start.AssignedTo || call.Names.Contains(start.AssignedTo)))
            || (call.Line == start.Line && (call.Receiver == start.Name || call.Receiver == start.Receiver)))),
    ];

    /// <summary>Waits in the same method between two lines (both excepted).</summary>
    public IEnumerable<SourceCall> Between(SourceCall from, SourceCall to) =>
        facts.Calls.Where(call => call.File == from.File && call.Method == from.Method && call.Line > from.Line && call.Line < to.Line);

    public bool IsJoin(SourceCall call) => JoinNames.Contains(call.Name) && !threads.Contains(call.Receiver);

    /// <summary>The calls with one of these names, in order of files and lines.</summary>
    public IEnumerable<SourceCall> Named(params IEnumerable<string> names)
    {
        var wanted = names.ToHashSet();
        return facts.Calls.Where(call => wanted.Contains(call.Name));
    }

    /// <summary>The role that a variable's process has; null when the source does not tell.</summary>
    public string? RoleOf(string variable, IEnumerable<string> roles) =>
        roles.FirstOrDefault(role => StartSites.Any(site => site.AssignedTo == variable && site.AssignedTo.Length > 0 && site.Literals.Contains(role)));

    /// <summary>Where a method that only prints is called, by main or by workers, with words of the text: <c>Show("child")</c>. Null when the place itself is the one to look at.</summary>
    public SourcePlace? CallerOf(SourcePlace printed, string text, bool main)
    {
        var method = On(printed).Select(call => call.Method).FirstOrDefault();
        var callers = method is null or "Main" ? [] : facts.Calls.Where(call => call.Name == method && call.Method != method).OrderBy(call => Sides.Fits(call, main) ? 0 : 1).ToList();
        return callers.FirstOrDefault(call => call.Literals.Any(literal => literal.Length > 1 && text.StartsWith(literal, StringComparison.Ordinal))) is { } caller ? PlaceOf(caller) : null;
    }

    /// <summary>Where main or a worker prints a line like this; null when the source does not tell.</summary>
    public SourcePlace? PrintOf(string text, bool main) =>
        Named("WriteLine", "Write").Where(call => IsPrint(call) && Sides.Fits(call, main) && call.Literals.Any(literal => FitsPattern(literal, text)))
            .FirstOrDefault() is { } call ? PlaceOf(call) : null;

    /// <summary>Prints to standard output.</summary>
    public static bool IsPrint(SourceCall call) => call is { Name: "WriteLine" or "Write" or "WriteLineAsync" or "WriteAsync", Receiver: "Console" or "Out" };

    /// <summary>The calls on a line.</summary>
    public IEnumerable<SourceCall> On(SourcePlace place) => facts.Calls.Where(call => call.File == place.File && call.Line == place.Line);

    /// <summary>A literal with <c>*</c> for holes fits the text; one that is nothing but holes fits nothing.</summary>
    public static bool FitsPattern(string pattern, string text)
    {
        if (!pattern.Contains('*', StringComparison.Ordinal))
        {
            return pattern == text;
        }

        var parts = pattern.Split('*');
        if (parts.All(part => part.Trim().Length == 0) || !text.StartsWith(parts[0], StringComparison.Ordinal) || !text.EndsWith(parts[^1], StringComparison.Ordinal))
        {
            return false;
        }

        var at = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return true;
    }

    private bool IsDirectStart(SourceCall call) => call.Name == "Start"
        && call.Receiver.Length > 0
        && call.Receiver is not ("Stopwatch" or "Task" or "Thread")
        && !threads.Contains(call.Receiver)
        && !(methods.Contains("Start") && call.Receiver == "this");

    private static bool Prepares(SourceCall call) => call.Name is "Add" or "new ProcessStartInfo" or "Arguments" or "AddRange";

    /// <summary>Methods that only start a process on behalf of their callers: the callers say whom.</summary>
    private ImmutableHashSet<string> Helpers(ImmutableArray<SourceCall> starts)
    {
        var helpers = ImmutableHashSet.CreateBuilder<string>();
        foreach (var method in starts.Select(start => start.Method).Where(method => method is not ("Main" or "")).Distinct())
        {
            var inside = starts.Where(start => start.Method == method).ToList();
            var named = inside.Any(start => start.Literals.Any(literal => literal is not ("--worker" or "dotnet" or "/bin/sh" or "sh" or "-c") && !literal.Contains('*', StringComparison.Ordinal)));
            var callers = facts.Calls.Where(call => CallsMethod(call, method)).ToList();
            if (inside.Count == 1 && !named && callers.Count > 0 && (callers.Count > 1 || callers.Any(caller => caller.Depth > 0 || caller.Literals.Length > 0)))
            {
                helpers.Add(method);
            }
        }

        return helpers.ToImmutable();
    }

    private IEnumerable<SourceCall> Sites(ImmutableArray<SourceCall> starts, ImmutableHashSet<string> helpers) =>
        starts.Where(start => !helpers.Contains(start.Method))
            .Concat(facts.Calls.Where(call => helpers.Any(helper => CallsMethod(call, helper)) && !helpers.Contains(call.Method)))
            .OrderBy(call => call.File, StringComparer.Ordinal)
            .ThenBy(call => call.Line);

    /// <summary>A call of the method itself, or of something that is given the method (<c>Select(Start)</c>).</summary>
    private bool CallsMethod(SourceCall call, string method) =>
        call.Method != method
        && ((call.Name == method && (call.Receiver.Length == 0 || call.Receiver == "this" || !direct.Contains(call)))
            || (call.Names.Contains(method) && call.Name is "Select" or "ForEach" or "ConvertAll"));
}

using System.Collections.Immutable;

namespace Grader.Contract;

/// <summary>In which order a role's lines may come.</summary>
public enum LineOrder
{
    /// <summary>Exactly as listed.</summary>
    AsListed,

    /// <summary>In any order.</summary>
    Any,

    /// <summary>In any order, but lines that are equal up to their last blank keep the listed order among themselves.</summary>
    PerSender,
}

/// <summary>What a role, or any of several, prints in the whole run.</summary>
/// <param name="Who">Who prints; for a group each line is printed by any one of it.</param>
/// <param name="Lines">The lines. <c>{pid of X}</c> in a line stands for the true process id of role X.</param>
/// <param name="Order">Which order is asked for.</param>
/// <param name="Items">The lines are items of a queue or a pool: what is missing is lost, what is repeated a duplicate.</param>
/// <remarks>
/// Several rules may speak of the same role: it prints the lines of all of them, and only within each rule its order is asked for.
/// For a group the order is that in which the lines appear, whoever prints them.
/// </remarks>
public sealed record LineRule(Who Who, ImmutableArray<string> Lines, LineOrder Order = LineOrder.AsListed, bool Items = false)
{
    /// <summary>Each of the lines may be there or not: the kata leaves it open (a worker that was killed or told to go at the beginning).</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>
    /// Lines of items that are not to be printed here, equal to some that are: who prints such a line once more has printed something wrong, but no item twice
    /// (a task that is given up, and one with the same input).
    /// </summary>
    public ImmutableArray<string> Withheld { get; init; } = [];
}

/// <summary>How a process may end.</summary>
public enum Ending
{
    /// <summary>With the exit code that is named beside it.</summary>
    Code,

    /// <summary>With any exit code other than 0, or by a signal.</summary>
    NotZero,

    /// <summary>By an uncaught exception (SIGABRT).</summary>
    Crash,

    /// <summary>By SIGKILL.</summary>
    Killed,

    /// <summary>In any way.</summary>
    Any,
}

/// <summary>How the processes of <paramref name="Who"/> end.</summary>
public sealed record ExitRule(Who Who, Ending Ending, int Code = 0);

/// <summary>What the arguments of <paramref name="Who"/> may not hold.</summary>
/// <param name="Who">A worker.</param>
/// <param name="Texts">Long enough that they stand in no argument by chance.</param>
/// <param name="IsOwnWork">It has to find it out by itself; else it has to get it later, from somebody else.</param>
public sealed record Untold(Who Who, ImmutableArray<string> Texts, bool IsOwnWork);

/// <summary>What is right for a set of arguments, whatever the schedule: the processes, their lines, their exit codes.</summary>
public sealed record Outcome
{
    /// <summary>Nothing printed, no worker, main returns 0.</summary>
    public static readonly Outcome Nothing = new();

    /// <summary>The workers' names: each exactly once.</summary>
    public ImmutableArray<string> Workers { get; private init; } = [];

    /// <summary>Names of workers that may be there or not.</summary>
    public ImmutableArray<string> OptionalWorkers { get; private init; } = [];

    /// <summary>What is printed. Who is named nowhere prints nothing.</summary>
    public ImmutableArray<LineRule> Lines { get; private init; } = [];

    /// <summary>The first rule that fits a process holds; a process that none fits returns 0.</summary>
    public ImmutableArray<ExitRule> Exits { get; private init; } = [];

    /// <summary>What workers may not be told at their start.</summary>
    public ImmutableArray<Untold> Untold { get; private init; } = [];

    /// <summary>Names of workers that send something to main through their redirected standard output (kata 13).</summary>
    public ImmutableArray<string> Senders { get; private init; } = [];

    /// <summary>Main may end before its workers (kata 27).</summary>
    public bool MainMayEndFirst { get; private init; }

    /// <summary>Adds a worker that prints these lines in this order.</summary>
    public Outcome Worker(string name, params IEnumerable<string> lines) => WithWorkers(name).Prints(name, lines);

    public Outcome WithWorkers(params IEnumerable<string> names) => this with { Workers = Workers.AddRange(names) };

    public Outcome MaybeWorkers(params IEnumerable<string> names) => this with { OptionalWorkers = OptionalWorkers.AddRange(names) };

    public Outcome Main(params IEnumerable<string> lines) => Prints(Who.Main, lines);

    public Outcome Prints(Who who, params IEnumerable<string> lines) => With(new LineRule(who, [.. lines]));

    public Outcome PrintsInAnyOrder(Who who, params IEnumerable<string> lines) => With(new LineRule(who, [.. lines], LineOrder.Any));

    /// <summary>Lines that <paramref name="who"/> may print or not: each at most once.</summary>
    public Outcome MayPrint(Who who, params IEnumerable<string> lines) => With(new LineRule(who, [.. lines], LineOrder.Any) { MayBeMissing = true });

    public Outcome With(LineRule rule) => this with { Lines = Lines.Add(rule) };

    /// <summary>The lines of <paramref name="who"/> are items of a queue or a pool (see <see cref="LineRule.Items"/>).</summary>
    public Outcome Items(Who who, LineOrder order, params IEnumerable<string> lines) => With(new LineRule(who, [.. lines], order, Items: true));

    public Outcome Returns(Who who, int code) => Ends(who, Ending.Code, code);

    public Outcome Ends(Who who, Ending ending, int code = 0) => this with { Exits = Exits.Add(new ExitRule(who, ending, code)) };

    /// <summary>The worker's standard output and its standard error are channels to main.</summary>
    public Outcome SendsToMain(string name) => this with { Senders = Senders.Add(name) };

    /// <summary><paramref name="who"/> computes this by itself, so it is not told it in its arguments. Texts that are too short to be telling are left out.</summary>
    public Outcome FindsOut(Who who, params IEnumerable<string> texts) => WithUntold(who, texts, isOwnWork: true);

    /// <summary><paramref name="who"/> gets this from another process, so it is not told it in its arguments. Texts that are too short to be telling are left out.</summary>
    public Outcome IsSent(Who who, params IEnumerable<string> texts) => WithUntold(who, texts, isOwnWork: false);

    public Outcome MainEndsFirst() => this with { MainMayEndFirst = true };

    private Outcome WithUntold(Who who, IEnumerable<string> texts, bool isOwnWork)
    {
        const int telling = 8;
        ImmutableArray<string> found = [.. texts.Where(text => text.Length >= telling)];
        return found.IsEmpty ? this : this with { Untold = Untold.Add(new Untold(who, found, isOwnWork)) };
    }
}

using System.Text.RegularExpressions;
using Grader.Build;
using Grader.Contract;
using Grader.Launch;
using Grader.Launch.Stacks;
using Grader.Trace;
using Grader.Why.Show;
using Grader.Why.Source;

namespace Grader.Why.Causes;

/// <summary>Workers that are no processes, too many, too few, somebody else's, or silent.</summary>
internal static partial class Processes
{
    private static readonly string[] InPlaceOfProcesses = ["new Thread", "Run", "StartNew", "For", "ForEach", "ForEachAsync", "Invoke"];

    public static Cause NotAProcess(Scene scene)
    {
        var place = Line(scene);
        var instead = scene.Program.Named(InPlaceOfProcesses).FirstOrDefault(call => call.Name == "new Thread" || call.Receiver is "Task" or "Parallel" or "Factory");
        var how = instead is null ? "main does the work itself" : $"a {Kind(instead)} of main does the work ({ProgramMap.PlaceOf(instead)})";
        var line = scene.Breaking is { } breaking ? $"{Visible.Quoted(breaking.What.Text, 40)} is printed by main{Cause.At(place)}: " : "";
        if (instead is null && scene.Program.StartSites.Length > 0 && place is not null && scene.Program.PrintAt(place) is { } print && scene.Program.Sides.IsOfWorkers(print)
            && scene.Program.Named("if").FirstOrDefault(choice => choice.Literals.Contains("--worker")) is { } dispatch)
        {
            return new Cause(ProgramMap.PlaceOf(dispatch), $"{line}main itself took the workers' way, which the condition at {ProgramMap.PlaceOf(dispatch)} opens.",
                "Who is a worker is said by the first argument alone: `--worker`. What follows in main's arguments is data.");
        }

        place = instead is not null && (place is null || instead.Name == "new Thread") ? ProgramMap.PlaceOf(instead) : place;
        return new Cause(place, $"{line}{how}, and no worker process prints it.",
            "Start this very program once more (`Process.Start(Environment.ProcessPath!, [\"--worker\", name, …])`) and let the copy, told apart by its arguments, do the work.");
    }

    /// <summary>All that the finding cites is that a worker appeared: with what it was told.</summary>
    public static bool WasTold(Scene scene) => scene.Finding.Events is [var only] && scene.EventAt(only)?.Fact is Signal.Appeared;

    public static Cause Told(Scene scene)
    {
        var start = scene.Program.StartOf(scene.Finding.Role ?? "");
        return new Cause(start is null ? null : ProgramMap.PlaceOf(start), Sentence(scene), scene.Finding.Code == Verify.Code.NotAProcess
            ? "Give the worker what it needs for its work, not what comes out of it."
            : "What travels between two workers goes through a channel (a pipe, say), not through the command line.");
    }

    public static Cause Relayed(Scene scene)
    {
        var place = Line(scene);
        var redirect = scene.Program.Named("RedirectStandardOutput").FirstOrDefault();
        return new Cause(place, $"main catches a worker's output and prints it itself{Cause.At(place)}{(redirect is null ? "" : $" (redirected at {ProgramMap.PlaceOf(redirect)})")}.",
            "Leave the worker's standard output alone: it inherits main's, and what it prints appears by itself.");
    }

    public static Cause WrongParent(Scene scene)
    {
        var role = scene.Finding.Role ?? "";
        var shell = scene.Program.Calls.FirstOrDefault(call => call.Literals.Any(literal => literal is "sh" or "/bin/sh" or "bash" or "/bin/bash" or "setsid" or "nohup" or "-c" || literal.Contains("dotnet run", StringComparison.Ordinal)));
        var start = shell ?? scene.Program.StartOf(role);
        var place = start is null ? null : ProgramMap.PlaceOf(start);
        return new Cause(place, $"{Words.Capital(Visible.Text(scene.Finding.Message).TrimEnd('.'))}{(place is null ? "" : $" ({place})")}.",
            shell is null ? "Let main start every worker; whoever needs one tells main." : "Give the program and its arguments to `Process.Start` themselves; no shell is needed in between.");
    }

    public static Cause WrongCount(Scene scene)
    {
        var role = scene.Finding.Role ?? "";
        var starts = scene.Program.StartSites;
        var extra = scene.Finding.Events.Select(scene.EventAt).Select(item => item?.Fact).OfType<Signal.Appeared>().ToList();
        var byWorker = extra.Any(appeared => appeared.Actor.Parent is > 0) || scene.Trace?.Actors().Any(actor => actor is { IsKata: true, Parent: > 0 }) == true;
        var start = scene.Program.StartOf(role);
        var place = start is null ? null : ProgramMap.PlaceOf(start);
        if (byWorker)
        {
            return new Cause(place, $"A worker starts workers of its own{Cause.At(place)}: the copy of the program does what main does.",
                "Look at the arguments first: whoever is called with `--worker` does a worker's job and never comes to the code that starts processes.");
        }

        if (starts.IsEmpty)
        {
            return new Cause(null, $"{Sentence(scene)} The program never calls `Process.Start`.", "Start each worker that the task names: the same program with `--worker <name>`.");
        }

        if (start is not null && Count(scene, start) is { } count)
        {
            return new Cause(ProgramMap.PlaceOf(count), $"{Sentence(scene)} How many are started at {place} is said at {ProgramMap.PlaceOf(count)}.", "Is that number the one that the task asks for, in every run?");
        }

        return new Cause(place, $"{Sentence(scene)}{(place is null ? "" : $" Processes are started at {Words.List([.. starts.Select(site => $"{ProgramMap.PlaceOf(site)}").Distinct()])}.")}",
            "Count again which workers the task asks for, with which names, and how often each.");
    }

    /// <summary>Where the number comes from that the starting loop counts to, when the program asks somebody else than its arguments for it.</summary>
    internal static SourceCall? Count(Scene scene, SourceCall start) => scene.Program.Around(start) is { Name: "for" } loop
        ? scene.Program.Calls.FirstOrDefault(call => call.AssignedTo.Length > 0 && loop.Names.Contains(call.AssignedTo) && call.Name is not ("Parse" or "TryParse" or "number" or "Length") && !call.Names.Contains("args") && call.File == loop.File)
        : null;

    public static Cause Limit(Scene scene)
    {
        var place = scene.Finding.Code switch
        {
            Verify.Code.ProcessLimit => scene.Program.StartSites.FirstOrDefault(),
            Verify.Code.OutputLimit => scene.Program.Named("WriteLine", "Write").MaxBy(call => call.Depth),
            _ => null,
        };
        return new Cause(place is null ? null : ProgramMap.PlaceOf(place), Sentence(scene), scene.Finding.Code switch
        {
            Verify.Code.ProcessLimit => "Does a worker know that it is one? Without a dispatch on `--worker` every copy starts further copies.",
            Verify.Code.OutputLimit => "Look for a loop that prints without an end.",
            Verify.Code.MemoryLimit => "Look for something that grows without an end.",
            Verify.Code.FileLimit => "Look for a loop that writes files or opens them without closing.",
            _ => "Look for a loop that does not end.",
        });
    }

    /// <summary>The finding's own message; what it quotes is cut where it is long.</summary>
    internal static string Sentence(Scene scene) => Begin(scene, Quotes().Replace(Visible.Text(scene.Finding.Message), quote => quote.Length <= 62 ? quote.Value : Visible.Quoted(quote.Value[1..^1])));

    /// <summary>A worker's name is written as it is; everything else begins with a capital.</summary>
    private static string Begin(Scene scene, string message) => (scene.Trace?.Actors() ?? []).Select(actor => actor.Role).Concat(scene.Trace?.Scenario.Outcome.Workers ?? [])
        .Where(role => role is not Who.Main && message.StartsWith($"{role} ", StringComparison.Ordinal)).MaxBy(role => role.Length) is { } worker
            ? $"{Words.Name(worker)}{message[worker.Length..]}" : Words.Capital(message);

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Quotes();

    private static SourcePlace? Line(Scene scene) => scene.Breaking is { } breaking ? scene.PlaceOf(breaking) : null;

    private static string Kind(SourceCall call) => (call.Name, call.Receiver) switch
    {
        ("new Thread", _) => "thread",
        (_, "Parallel") => "`Parallel` loop",
        _ => "task",
    };
}

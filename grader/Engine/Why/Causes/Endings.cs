using System.Collections.Immutable;
using Grader.Build;
using Grader.Contract;
using Grader.Launch;
using Grader.Launch.Stacks;
using Grader.Trace;
using Grader.Why.Show;
using Grader.Why.Source;

namespace Grader.Why.Causes;

/// <summary>Orphans, exit codes, crashes, and what is left behind.</summary>
internal static class Endings
{
    private static readonly string[] Makers =
    [
        "CreateFromFile", "new UnixDomainSocketEndPoint", "Create", "CreateNew", "CreateDirectory", "CreateTempSubdirectory", "GetTempFileName",
        "WriteAllText", "WriteAllBytes", "AppendAllText", "new FileStream", "new StreamWriter", "OpenWrite", "Open", "new NamedPipeServerStream", "new Mutex",
    ];

    public static Cause Orphan(Scene scene)
    {
        var role = scene.Finding.Role ?? "";
        if (Unprepared(scene) is { } unprepared)
        {
            return unprepared;
        }

        return scene.Trace?.Scenario.Outcome.MainMayEndFirst == true
            ? new Cause(Parked(scene, role) ?? Waits(scene), $"{Words.Name(role)} does not notice that main is gone.",
                "Let each worker wait for something that ends together with main, whatever main dies of: the end of file of a pipe that only main holds open.")
            : MissingJoin.Of(scene, role);
    }

    public static Cause ExitCode(Scene scene)
    {
        var role = scene.Finding.Role ?? Who.Main;
        var actual = scene.Finding.Events.Select(scene.EventAt).Select(item => item?.Fact).OfType<Signal.Gone>().Select(gone => gone.Status.AsCode).FirstOrDefault();
        var signalled = scene.Trace?.SignalsSent().Any() == true && scene.Program.Named("Create").Any(IsRegistration);
        var call = signalled && (actual is > 128 || role == Who.Main) ? Handler(scene) : null;
        call ??= Returning(scene, role, actual);
        var place = call is null ? null : ProgramMap.PlaceOf(call);
        return new Cause(place, $"{Processes.Sentence(scene).TrimEnd('.')}{(place is null ? "" : $" (look at `{scene.Program.TextAt(place).TrimEnd(';')}`, {place})")}.",
            "Follow the value from where it is known to the `return` of `Main`.");
    }

    /// <summary>Main died of a signal, and what it had prepared did not catch that.</summary>
    private static Cause? Unprepared(Scene scene)
    {
        if (scene.Trace?.SignalsSent().FirstOrDefault(sent => sent.Target.Role == Who.Main) is not { Number: > 0 } sent)
        {
            return null;
        }

        var name = sent.Number switch { 2 => "SIGINT", 9 => "SIGKILL", 15 => "SIGTERM", var number => $"signal {number}" };
        if (scene.Program.Named("ProcessExit").FirstOrDefault() is { } exit)
        {
            return new Cause(ProgramMap.PlaceOf(exit), $"main died of {name}, and `ProcessExit` ({ProgramMap.PlaceOf(exit)}) does not run then: nobody told the workers.",
                "Since .NET 10 `ProcessExit` is not raised by signals. Handle the signal (`PosixSignalRegistration`), or let the workers notice main's end by themselves.");
        }

        return Handler(scene) is { } handler
            ? new Cause(ProgramMap.PlaceOf(handler), $"main died of {name} before its workers were over; look at how the signal is handled ({ProgramMap.PlaceOf(handler)}).",
                sent.Number == 9 ? "No process can handle SIGKILL: the workers themselves have to notice that main is gone." : "Register every signal that may come, and set `Cancel = true` each time; otherwise the runtime ends the process after the handler.")
            : null;
    }

    /// <summary>What returns that code in the methods of that role.</summary>
    private static SourceCall? Returning(Scene scene, string role, int? actual)
    {
        var mains = scene.Program.StartSites.Select(site => site.Method).Append("Main").ToHashSet();
        var all = scene.Program.Named("return", "Exit", "ExitCode").ToList();
        var own = all.Where(call => mains.Contains(call.Method) == (role == Who.Main)).ToList();
        var candidates = own.Count > 0 ? own : all;
        return candidates.Where(call => call.Literals.Contains($"{actual}")).OrderByDescending(call => call.Depth).FirstOrDefault()
            ?? candidates.LastOrDefault(call => call.Name != "return")
            ?? (actual is > 0 ? scene.Program.Named("number").LastOrDefault(number => number.Literals.Contains($"{actual}") && mains.Contains(number.Method) == (role == Who.Main)) : null)
            ?? own.LastOrDefault()
            ?? (role == Who.Main ? scene.Program.Calls.LastOrDefault(scene.Program.IsJoin) : null)
            ?? candidates.LastOrDefault();
    }

    /// <summary>What a signal finds: the handler that lets it through, or the place where one is registered.</summary>
    private static SourceCall? Handler(Scene scene)
    {
        var registration = scene.Program.Named("Create").FirstOrDefault(IsRegistration);
        if (scene.Program.Named("Cancel").FirstOrDefault(call => call.Names.Length > 0 || call.Literals.Length > 0) is { } conditional)
        {
            return conditional;
        }

        var body = registration is null ? null : scene.Program.Calls.FirstOrDefault(call => registration.Names.Contains(call.Method) && call.Method.Length > 0);
        return scene.Program.Named("Cancel").Any() || body is null ? registration ?? scene.Program.Named("Cancel").FirstOrDefault() : body;
    }

    private static bool IsRegistration(SourceCall call) => call is { Name: "Create", Receiver: "PosixSignalRegistration" };

    public static Cause Crashed(Scene scene)
    {
        var text = string.Concat(scene.Trace?.Of<Signal.StandardError>().Select(error => error.Fact.Text) ?? []);
        var exception = UnhandledException.Parse(text);
        if (exception?.Message.Contains("unsynchronized block", StringComparison.Ordinal) == true && scene.Program.Named("WaitOne", "TryEnter").FirstOrDefault(call => call.Literals.Length > 0) is { } untaken)
        {
            return new Cause(ProgramMap.PlaceOf(untaken), $"{Words.Name(scene.Finding.Role ?? Who.Main)} released a lock that it did not hold: `{untaken.Name}` at {ProgramMap.PlaceOf(untaken)} says whether it got the lock, and nobody looks.",
                "Wait without a limit, or go on only when the answer is true.")
            { Evidence = LastLines(text) };
        }

        var role = Words.Name(scene.Finding.Role ?? Who.Main);
        var place = exception?.Place;
        var what = exception is null ? "" : $": {Visible.Text(exception.Type)}{(exception.Message.Length == 0 ? "" : $", {Visible.Quoted(exception.Message, 80)}")}";
        return new Cause(place, exception is null ? $"{Processes.Sentence(scene)}" : $"{role} died of an exception that nobody caught{Cause.At(place)}{what}.",
            "Read the exception's message, then look at its first line in your own code: which value was not what that line expects?")
        {
            Evidence = LastLines(text),
        };
    }

    public static Cause Leftovers(Scene scene)
    {
        var left = scene.Trace?.Of<Signal.Leftover>().Select(leftover => leftover.Fact.Path).ToList() ?? [];
        var makers = scene.Program.Named(Makers).OrderBy(call => Array.IndexOf(Makers, call.Name)).ToList();
        var call = makers.FirstOrDefault(maker => maker.Literals.Any(literal => literal.Length > 2 && left.Any(path => path.Contains(literal.Trim('*'), StringComparison.Ordinal)))) ?? makers.FirstOrDefault();
        var place = call is null ? null : ProgramMap.PlaceOf(call);
        return new Cause(place, $"{Processes.Sentence(scene)}{(place is null ? "" : $" It is probably made by `{call!.Name}` at {place}.")}",
            "Whoever makes a file removes it, also when something goes wrong in between: `finally`, or `using` where the type does it.");
    }

    public static Cause FixedName(Scene scene)
    {
        var named = scene.Program.Calls.Where(call => (Makers.Contains(call.Name) || call.Name is "new TcpListener" or "new IPEndPoint" or "Connect" or "Bind" or "new NamedPipeClientStream" or "OpenExisting" or "Combine")
            && call.Literals.Any(literal => literal.Length > 0 && !literal.Contains('*', StringComparison.Ordinal) && literal is not ("." or "0")))
            .OrderBy(call => call.Name == "Combine" ? 1 : 0).ToList();
        var call = named.FirstOrDefault();
        var place = call is null ? null : ProgramMap.PlaceOf(call);
        var name = call is null ? "" : $" `{call.Name}` at {place} uses the name {Visible.Quoted(call.Literals.First(literal => literal.Length > 0), 40)}, the same in every run.";
        return new Cause(place, $"Two runs of the program disturb each other.{name}", "Make the name for the run (main's process id or `Guid.NewGuid()` in it) and hand it to the workers as an argument.")
        {
            Evidence = [Visible.Text(scene.Finding.Message)],
        };
    }

    internal static ImmutableArray<string> LastLines(string text, int most = 8) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(most).Select(line => line.Length > 78 ? $"{Visible.Text(line[..76])}…" : Visible.Text(line))];

    private static SourcePlace? Parked(Scene scene, string role) =>
        scene.Trace?.Of<Signal.Stacks>().Where(stacks => stacks.Fact.Actor.Role == role).Select(stacks => PlaceIn(stacks.Fact)).LastOrDefault(place => place is not null);

    private static SourcePlace? PlaceIn(Signal.Stacks stacks) => Grader.Why.Waits.Standpoint.Of(stacks)?.Place;

    private static SourcePlace? Waits(Scene scene) => scene.Program.Named("Sleep", "WaitOne", "Wait", "Delay", "Read", "ReadLine").FirstOrDefault() is { } call ? ProgramMap.PlaceOf(call) : null;
}

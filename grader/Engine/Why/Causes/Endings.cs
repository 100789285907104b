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
            ? Inherited(scene, role) ?? new Cause(Parked(scene, role) ?? FirstWait(scene), $"{Words.Name(role)} does not notice that main is gone.",
                "Let each worker wait for something that ends together with main, whatever main dies of: the end of file of a pipe that only main holds open.")
            : MissingJoin.Of(scene, role);
    }

    public static Cause ExitCode(Scene scene)
    {
        var role = scene.Finding.Role ?? scene.Trace!.Actors().Select(actor => actor.Role).FirstOrDefault(actor => scene.MissingPoint?.Who.Fits(actor) == true) ?? Who.Main;
        var gone = scene.Finding.Events.Select(scene.EventAt).Select(item => item?.Fact).OfType<Signal.Gone>()
            .Concat(scene.Trace!.Of<Signal.Gone>().Select(gone => gone.Fact).Where(gone => gone.Actor.Role == role)).FirstOrDefault();
        var actual = gone?.Status.AsCode;
        var signalled = scene.Trace?.SignalsSent().Any() == true && scene.Program.Named("Create").Any(IsRegistration);
        var call = signalled && (actual is > 128 || role == Who.Main) ? Handler(scene, role, actual is > 128 ? actual.Value - 128 : 0) : null;
        call ??= Returning(scene, role, actual);
        var place = call is null ? null : ProgramMap.PlaceOf(call);
        return new Cause(place, $"{Processes.Sentence(scene).TrimEnd('.')}{(place is null ? "" : $" (look at `{scene.Program.TextAt(place).TrimEnd(';')}`, {place})")}.",
            "Follow the value from where it is known to the `return` of `Main`.");
    }

    /// <summary>A worker waits for the end of a pipe that the workers themselves hold open: they inherited both ends.</summary>
    private static Cause? Inherited(Scene scene, string role)
    {
        var everybody = scene.Trace!.Of<Signal.Stacks>().Select(stacks => stacks.Fact).ToList();
        var own = everybody.LastOrDefault(stacks => stacks.Actor.Role == role);
        var pipe = own is null ? null : Waits.Standpoint.All(own).Select(standpoint => standpoint.Thread.Wait).FirstOrDefault(wait => wait is { Reads: true, Target: { } target } && target.StartsWith("pipe:", StringComparison.Ordinal))?.Target;
        var holders = everybody.Where(stacks => stacks.Actor.Parent is not null && stacks.Files.Any(file => file.Target == pipe && file.Writes)).Select(stacks => stacks.Actor.Role).Distinct().Order(RoleOrder.Instance).ToList();
        return pipe is null || holders.Count == 0 || scene.Program.StartOf(role) is not { } start ? null
            : new Cause(ProgramMap.PlaceOf(start), $"{Words.Name(role)} waits for the end of a pipe, but {Words.Names(holders)} {(holders.Count == 1 ? "holds" : "hold")} the end that is written to open, too: inherited at the start ({ProgramMap.PlaceOf(start)}).",
                "Of the two ends of a pipe only the reading one may come to a worker; the other one must not be inheritable, or has to be closed there.");
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

        return Handler(scene, Who.Main, sent.Number) is { } handler
            ? new Cause(ProgramMap.PlaceOf(handler), $"main died of {name} before its workers were over; look at how the signal is handled ({ProgramMap.PlaceOf(handler)}).",
                sent.Number == 9 ? "No process can handle SIGKILL: the workers themselves have to notice that main is gone." : "Register every signal that may come, and set `Cancel = true` each time; otherwise the runtime ends the process after the handler.")
            : null;
    }

    /// <summary>What returns that code in the methods of that role.</summary>
    private static SourceCall? Returning(Scene scene, string role, int? actual)
    {
        var main = role == Who.Main;
        var all = scene.Program.Named("return", "Exit", "ExitCode").ToList();
        var own = all.Where(call => scene.Program.Sides.Fits(call, main)).ToList();
        var candidates = own.Count > 0 ? own : all;
        return candidates.Where(call => call.Names.IsEmpty && call.Literals is [var only] && only == $"{actual}").OrderByDescending(call => call.Depth).FirstOrDefault()
            ?? candidates.Where(call => call.Literals.Contains($"{actual}") && !call.Literals.Contains("--worker")).OrderByDescending(call => call.Depth).FirstOrDefault()
            ?? candidates.LastOrDefault(call => call.Name != "return")
            ?? (actual is > 0 ? scene.Program.Named("number").LastOrDefault(number => number.Literals.Contains($"{actual}") && scene.Program.Sides.Fits(number, main)) : null)
            ?? own.LastOrDefault()
            ?? (main ? scene.Program.Calls.LastOrDefault(scene.Program.IsJoin) : null)
            ?? candidates.LastOrDefault();
    }

    /// <summary>What a signal finds: the handler that lets it through, or the place where one is registered.</summary>
    private static SourceCall? Handler(Scene scene, string role, int signal)
    {
        var own = scene.Program.Calls.Where(call => scene.Program.Sides.Fits(call, role == Who.Main)).ToList();
        var cancels = own.Where(call => call.Name == "Cancel").ToList();
        if (cancels.FirstOrDefault(call => call.Names.Length > 0 || call.Literals.Length > 0) is { } conditional)
        {
            return conditional;
        }

        var name = signal switch { 2 => "SIGINT", 15 => "SIGTERM", _ => "" };
        var registrations = own.Where(IsRegistration).ToList();
        var registration = registrations.FirstOrDefault(call => call.Names.Contains(name)) ?? registrations.FirstOrDefault();
        var body = registration is null || signal == 9 ? null : own.FirstOrDefault(call => registration.Names.Contains(call.Method) && call.Method.Length > 0);
        return cancels.Count > 0 && body is not null && cancels.Any(cancel => cancel.Method == body.Method) ? registration : body ?? registration ?? cancels.FirstOrDefault();
    }

    private static bool IsRegistration(SourceCall call) => call is { Name: "Create", Receiver: "PosixSignalRegistration" };

    public static Cause Crashed(Scene scene)
    {
        var text = string.Concat(scene.Trace?.Of<Signal.StandardError>().Select(error => error.Fact.Text) ?? []);
        var exception = UnhandledException.Parse(text, DemandedCrashes(scene));
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

    /// <summary>How many have died of an exception that the kata asks for, before somebody died of one that it does not ask for.</summary>
    private static int DemandedCrashes(Scene scene)
    {
        var demanded = scene.Trace?.Scenario.Outcome.Exits.Where(exit => exit.Ending == Ending.Crash).ToList() ?? [];
        return scene.Trace?.Of<Signal.Gone>().TakeWhile(gone => gone.Fact.Actor.Role != scene.Finding.Role)
            .Count(gone => gone.Fact.Status.Signal is not null && demanded.Exists(exit => exit.Who.Fits(gone.Fact.Actor.Role))) ?? 0;
    }

    public static Cause Leftovers(Scene scene)
    {
        var left = scene.Trace?.Of<Signal.Leftover>().Select(leftover => leftover.Fact.Path).ToList() ?? [];
        var makers = scene.Program.Named(Makers).OrderBy(call => Array.IndexOf(Makers, call.Name)).ToList();
        var named = left.Exists(path => Path.GetFileName(path) is ['t', 'm', 'p', ..] name && name.EndsWith(".tmp", StringComparison.Ordinal)) ? makers.Find(maker => maker.Name == "GetTempFileName") : null;
        var call = named ?? makers.FirstOrDefault(maker => maker.Literals.Any(literal => literal.Length > 2 && left.Any(path => path.Contains(literal.Trim('*'), StringComparison.Ordinal)))) ?? makers.FirstOrDefault();
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
        if (call is null && Constant(scene.Program) is { } constant)
        {
            place = ProgramMap.PlaceOf(constant);
            name = $" The number {constant.Literals[0]} at {place} is the same in every run.";
        }

        return new Cause(place, $"Two runs of the program disturb each other.{name}", "Make the name for the run (main's process id or `Guid.NewGuid()` in it) and hand it to the workers as an argument.");
    }

    /// <summary>A number with a name that an address is made of: a port.</summary>
    private static SourceCall? Constant(ProgramMap program)
    {
        var used = program.Named("new TcpListener", "new IPEndPoint", "new TcpClient", "Connect", "ConnectAsync", "Bind", "new UdpClient").SelectMany(call => call.Names).ToHashSet();
        return program.Named("number").FirstOrDefault(number => used.Contains(number.AssignedTo) && number.Literals is not ["0"]);
    }

    internal static ImmutableArray<string> LastLines(string text, int most = 8) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(most).Select(line => line.Length > 78 ? $"{Visible.Text(line[..76])}…" : Visible.Text(line))];

    private static SourcePlace? Parked(Scene scene, string role) =>
        scene.Trace?.Of<Signal.Stacks>().Where(stacks => stacks.Fact.Actor.Role == role).Select(stacks => PlaceIn(stacks.Fact)).LastOrDefault(place => place is not null);

    private static SourcePlace? PlaceIn(Signal.Stacks stacks) => Waits.Standpoint.Of(stacks)?.Place;

    private static SourcePlace? FirstWait(Scene scene) => scene.Program.Named("Sleep", "WaitOne", "Wait", "Delay", "Read", "ReadLine").FirstOrDefault() is { } call ? ProgramMap.PlaceOf(call) : null;
}

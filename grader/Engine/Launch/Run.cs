using System.Collections.Immutable;
using Grader.Build;
using Grader.Contract;
using Grader.Launch.Keeping;
using Grader.Launch.Linux;
using Grader.Launch.Probes;
using Grader.Launch.Settling;
using Grader.Launch.Stacks;

namespace Grader.Launch;

/// <summary>One play of a scenario, from the start of main until nothing of it is left.</summary>
internal sealed class Run : IDisposable
{
    private readonly Scenario scenario;
    private readonly Keeper keeper;
    private readonly RunFolder folder;
    private readonly KataProgram program;
    private readonly Lazy<LineMap> lines;
    private readonly Recorder recorder = new();
    private readonly GateRules rules;
    private readonly ProbeServer server;
    private readonly Outputs outputs;
    private readonly Roster roster;
    private readonly Settler settler;
    private readonly Laggards laggards;
    private readonly Conductor conductor;
    private readonly ProcessTree tree;
    private readonly Remains remains;
    private readonly InputPipe? input;
    private readonly Kinship kinship;
    private readonly Guard guard;

    public Run(KataProgram compiled, Scenario scenario, Keeper keeper, Kinship kinship, RunFolder folder, Limits limits, Manner manner, Action whenIdle)
    {
        this.scenario = scenario;
        this.keeper = keeper;
        this.kinship = kinship;
        this.folder = folder;
        program = ProgramFolder.Prepare(compiled, folder.Program, folder.Socket);
        lines = new Lazy<LineMap>(() => LineMap.Load(compiled.Assembly));
        rules = new GateRules(oneAfterTheOther: scenario.Pace == Pace.OneAtATime || manner.InTurn);
        server = new ProbeServer(folder.Socket);
        outputs = new Outputs(recorder, limits);
        var actors = new ActorReader(program);
        roster = new Roster(actors, keeper, recorder, limits, ProcessesOf(scenario));
        laggards = new Laggards(recorder);
        var reception = new Reception(server, roster, outputs, kinship, recorder);
        var stage = new Stage(server, roster, outputs, reception, rules, recorder, laggards, manner.WithCallSites);
        tree = new ProcessTree(roster, keeper, kinship);
        remains = new Remains(folder, roster);
        guard = new Guard(roster, new Computing(roster, actors), tree, folder, remains, limits, ProcessesOf(scenario));
        var stacks = new StackCache(lines);
        var headway = new Headway(roster, folder);
        var pollers = manner.Pollers.Select(poller => poller.Role).ToHashSet();
        var (patience, burning, ticking) = (new Patience(roster, stacks, headway, manner.Pollers, limits), new Burning(roster, stacks, headway, pollers), new Ticking(roster, stacks, headway, pollers));
        settler = new Settler(stage, roster, tree, recorder, stacks, new TimedWait(roster, stacks, scenario.Name, manner.LongWaits), patience, burning, ticking, laggards, limits)
        {
            MainMayWaitAtFirst = scenario.Surroundings.MainMayWaitByTimeUntil is not null,
            Watch = guard.Look,
            WhenIdle = () =>
            {
                if (guard.IsModest())
                {
                    whenIdle();
                }
            },
        };
        var hand = new StageHand(scenario, stage, roster, rules, recorder, laggards, lines, manner.IsInTurn(scenario));
        conductor = new Conductor(scenario, stage, hand, roster, settler, rules, recorder, laggards, manner) { AtRest = () => remains.Note(settler.Proof) };
        input = scenario.Surroundings.InputStaysOpen || scenario.Steps.Any(step => step is Step.CloseInput or Step.Type) ? new InputPipe() : null;
    }

    /// <exception cref="OperationCanceledException">It was called off; nobody is left.</exception>
    public ImmutableArray<Signal> Play(CancellationToken cancellation)
    {
        settler.Cancellation = cancellation;
        Signal.Ended ended;
        try
        {
            ended = Perform();
        }
        finally
        {
            laggards.Free(); // Who is traced and ends is not gone until his tracer has noted it.
            KillAll();
            if (!keeper.Protection.Namespaces)
            {
                remains.RemoveSegments(); // In namespaces they go with the run, and those that can be seen from here are somebody else's.
            }
        }

        if (ended.How == RunEnd.Ended)
        {
            remains.Find().ForEach(path => recorder.Add(new Signal.Leftover(path)));
        }

        recorder.Add(new Signal.StandardError(outputs.StandardError));
        recorder.Add(ended);
        return [.. recorder.Signals];
    }

    public void Dispose()
    {
        keeper.CloseRoom(folder.Mark);
        laggards.Dispose();
        roster.Dispose();
        outputs.Dispose();
        server.Dispose();
        input?.Dispose();
    }

    /// <summary>Main and its workers, in both runs where there are two.</summary>
    private static int ProcessesOf(Scenario scenario)
    {
        var outcomes = scenario.Other is { } other ? new[] { scenario.Outcome, other.Outcome } : [scenario.Outcome];
        return outcomes.Sum(outcome => 1 + outcome.Workers.Length + outcome.OptionalWorkers.Length);
    }

    private Signal.Ended Perform()
    {
        try
        {
            var end = conductor.Play(
                () => Start(scenario.Arguments, run: 0),
                () => Start(scenario.Other!.Arguments, run: 1),
                input);
            guard.CheckFiles();
            var silent = !roster.Players.Any(player => player is { IsMain: true, Actor: not null });
            return silent ? new Signal.Ended(RunEnd.Unknown, "main never spoke to the grader: its probe is missing") : new Signal.Ended(end);
        }
        catch (LimitException limit)
        {
            recorder.Add(new Signal.LimitHit(limit.Code, limit.Message));
            return new Signal.Ended(RunEnd.Limit, limit.Message);
        }
        catch (ForgeryException forgery)
        {
            return new Signal.Ended(RunEnd.Limit, forgery.Message);
        }
        catch (Exception trouble) when (trouble is UndecidedException or CannotSeeException or IOException)
        {
            return new Signal.Ended(RunEnd.Unknown, trouble.Message);
        }
    }

    private void Start(ImmutableArray<string> arguments, int run)
    {
        var output = new OutputPipe();
        var request = new SpawnRequest(
            Number: 0,
            folder.Mark,
            folder.SharedMemory,
            program.Executable,
            [.. arguments],
            [.. RunEnvironment.Of(folder, scenario.Surroundings)],
            folder.Working,
            OwnSession: scenario.Other is null,
            scenario.Surroundings.Processors ?? 0);
        var pid = Spawn();

        // The program's host has just been copied. Whoever is started elsewhere in the grader at that moment holds the copy open for writing, for an instant.
        const int textFileBusy = 26, tries = 100;
        for (var i = 0; i < tries && pid == -textFileBusy; i++)
        {
            Poll.BetweenLooks(10);
            pid = Spawn();
        }

        if (pid < 0)
        {
            output.Dispose();
            throw new UndecidedException($"the program could not be started (error {-pid})");
        }

        if (run == 0)
        {
            // Two runs at once share the keeper's session, and so, for a moment, does every main that is just being started: there the mark alone counts.
            const int nobodys = -1;
            kinship.Session = scenario.Other is null ? pid : nobodys;
            kinship.Namespace = keeper.Protection.Namespaces ? Kinship.NamespaceOf(pid) : null;
        }

        outputs.Add(output);
        _ = roster.Add(pid, parent: null, run, isMain: true) ?? throw new UndecidedException("main was gone before it was seen");

        int Spawn() => keeper.Spawn(request, input?.Path ?? "/dev/null", output.Path, outputs.ErrorPath);
    }

    /// <summary>
    /// Kills until nobody is left. Everybody is stopped first: who is stopped starts nobody, so also a crowd that starts processes faster than they are killed
    /// is complete at some time.
    /// </summary>
    private void KillAll()
    {
        const int rounds = 1000;
        roster.IsOver = true;
        for (var round = 0; round < rounds; round++)
        {
            do
            {
                Left().ForEach(player => player.File.Send(Libc.SignalStop));
            }
            while (tree.FindsNew() && round++ < rounds);

            var left = Left();
            if (left.Count == 0)
            {
                return;
            }

            left.ForEach(player => player.File.Send(Libc.SignalKill));
            Poll.Any([.. left.Select(player => player.File.File)], 100);
        }

        List<Player> Left() => [.. roster.Players.Where(player => !player.File.HasEnded())];
    }
}

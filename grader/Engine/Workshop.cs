using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grader.Build;
using Grader.Contract;
using Grader.Launch;

namespace Grader;

/// <summary>The tools of a grading: a warm compiler, the keeper of the learners' processes, and a place for each run that is played at the same time.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly Launcher launcher;
    private readonly Compiler compiler;
    private readonly Places places;
    private readonly ConcurrentDictionary<Submission, Lazy<Task<BuildResult>>> built = new();
    private int programs;

    public Workshop(GradingOptions options)
    {
        Options = options;
        launcher = new Launcher
        {
            Limits = options.Limits,
            Isolation = new Isolation { Sandbox = options.Sandbox, AllowNetwork = options.AllowNetwork, Hidden = [options.Home] },
        };
        places = new Places(options.Jobs);

        // The keeper first: it deletes the launcher's folder, programs included, whatever becomes of this process.
        launcher.WarmUp();
        compiler = new Compiler(Path.Combine(options.Home, "katas", "toolkit"));
        _ = compiler.WarmUpAsync();
    }

    public GradingOptions Options { get; }

    /// <inheritdoc cref="Launcher.Protection"/>
    public Protection Protection => launcher.Protection;

    /// <summary>Compiles, or says why not.</summary>
    public Task<BuildResult> Build(Submission submission, CancellationToken cancel) => Options.CompileOnce
        ? built.GetOrAdd(submission, _ => new(() => Compile(submission, CancellationToken.None))).Value.WaitAsync(cancel)
        : Compile(submission, cancel);

    /// <summary>Plays one scenario as soon as there is a place for it. The grader's own trouble is a recording that ends as unknown.</summary>
    public Task<Recording> Play(KataProgram program, Scenario scenario, Manner manner, CancellationToken cancel) =>
        InPlace(place => PlayNow(program, scenario, manner, place.MakeRoom, cancel), cancel);

    /// <summary>Plays scenarios side by side until one was enough: none begins after that. The recordings come in the order of the scenarios.</summary>
    public async Task<ImmutableArray<Recording>> PlayUntil(Func<Recording, bool> isEnough, KataProgram program, IEnumerable<Scenario> scenarios, Manner manner, CancellationToken cancel)
    {
        var enough = false;
        var recordings = await Task.WhenAll(scenarios.Select(scenario => InPlace(async place =>
        {
            if (enough)
            {
                return null;
            }

            var recording = await PlayNow(program, scenario, manner, place.MakeRoom, cancel);
            enough |= isEnough(recording);
            return recording;
        }, cancel)));
        return [.. recordings.OfType<Recording>()];
    }

    /// <summary>Plays one scenario while nothing else is played here: no other run can take away a port or a file from it.</summary>
    public async Task<Recording> PlayAlone(KataProgram program, Scenario scenario, Manner manner, CancellationToken cancel)
    {
        using var all = await places.TakeAll(cancel);
        return await PlayNow(program, scenario, manner, () => { }, cancel);
    }

    /// <summary>The program is not played any more.</summary>
    public void Forget(KataProgram program)
    {
        if (!Options.CompileOnce)
        {
            Directory.Delete(program.Folder, recursive: true);
        }
    }

    public void Dispose()
    {
        compiler.Dispose();
        launcher.Dispose();
        places.Dispose();
    }

    private async Task<T> InPlace<T>(Func<Places.Place, Task<T>> play, CancellationToken cancel)
    {
        using var place = await places.Take(cancel);
        return await play(place);
    }

    private async Task<Recording> PlayNow(KataProgram program, Scenario scenario, Manner manner, Action whenIdle, CancellationToken cancel)
    {
        try
        {
            return await OnThreadOfItsOwn(() => launcher.Play(program, scenario, manner, whenIdle, cancel));
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            return new Recording(scenario, [new Signal.Ended(RunEnd.Unknown, trouble.Message)]);
        }
    }

    private Task<BuildResult> Compile(Submission submission, CancellationToken cancel)
    {
        var solution = Path.Combine(Options.Home, "solutions", submission.KataId);
        var output = Path.Combine(launcher.Folder, $"p{Interlocked.Increment(ref programs)}");
        cancel.ThrowIfCancellationRequested();

        // Each run gets a socket of its own, in a copy of what is compiled here.
        return OnThreadOfItsOwn(() => compiler.Build(submission, Directory.Exists(solution) ? Stub.CutFrom(solution) : null, output, socketPath: ""));
    }

    /// <summary>Compiling and playing block: the pool's few threads are not for that.</summary>
    private static Task<T> OnThreadOfItsOwn<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}

using System.Collections.Concurrent;
using Grader.Build;
using Grader.Contract;
using Grader.Launch;

namespace Grader;

/// <summary>The tools of a grading: a warm compiler, the keeper of the learners' processes, and a place for each run that is played at the same time.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly Launcher launcher;
    private readonly Compiler compiler;
    private readonly SemaphoreSlim places;
    private readonly SemaphoreSlim turnsAlone = new(1);
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
        places = new SemaphoreSlim(options.Jobs);

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
    public Task<Recording> Play(KataProgram program, Scenario scenario, bool withCallSites, CancellationToken cancel) => Play(program, scenario, withCallSites, look: _ => { }, cancel, cancel);

    /// <inheritdoc cref="Play(KataProgram, Scenario, bool, CancellationToken)"/>
    /// <param name="program">What is played.</param>
    /// <param name="scenario">How.</param>
    /// <param name="withCallSites">Also tells where in the source each line comes from.</param>
    /// <param name="look">Sees the recording before its place is given to another one.</param>
    /// <param name="waiting">Calls it off while it waits for its place.</param>
    /// <param name="cancel">Calls it off at any time.</param>
    public async Task<Recording> Play(KataProgram program, Scenario scenario, bool withCallSites, Action<Recording> look, CancellationToken waiting, CancellationToken cancel)
    {
        await places.WaitAsync(waiting);
        try
        {
            waiting.ThrowIfCancellationRequested();
            var recording = await OnThreadOfItsOwn(() => launcher.Play(program, scenario, withCallSites, cancel));
            look(recording);
            return recording;
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            return new Recording(scenario, [new Signal.Ended(RunEnd.Unknown, trouble.Message)]);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Plays one scenario while nothing else is played here: no other run can take away a port or a file from it.</summary>
    public async Task<Recording> PlayAlone(KataProgram program, Scenario scenario, CancellationToken cancel)
    {
        await turnsAlone.WaitAsync(cancel);
        var taken = 0;
        try
        {
            for (; taken < Options.Jobs - 1; taken++)
            {
                await places.WaitAsync(cancel);
            }

            return await Play(program, scenario, withCallSites: false, cancel);
        }
        finally
        {
            for (; taken > 0; taken--)
            {
                places.Release();
            }

            turnsAlone.Release();
        }
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
        turnsAlone.Dispose();
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

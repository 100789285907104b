using System.Collections.Immutable;
using Grader.Build;
using Grader.Contract;
using Grader.Launch.Keeping;
using Grader.Launch.Linux;

namespace Grader.Launch;

/// <summary>
/// Plays scenarios: each with process trees of its own, on the calling thread, as many at a time as there are callers. One launcher has one keeper
/// process and one folder of temporary files; both are gone when it is disposed of, or when this process ends in whatever way.
/// </summary>
public sealed class Launcher : IDisposable
{
    private readonly Lazy<Keeper> keeper;
    private readonly Lock sharedSession = new();
    private readonly Lock counting = new();
    private int lastRun;
    private int playing;

    public Launcher()
    {
        Folder = Path.Combine("/tmp", $"kata-{Path.GetRandomFileName().AsSpan(0, 6)}");
        keeper = new Lazy<Keeper>(() =>
        {
            Directory.CreateDirectory(Folder);
            return new Keeper(Folder);
        });
    }

    /// <summary>Where programs and runs of this launcher lie. Absolute and short.</summary>
    public string Folder { get; }

    public Limits Limits { get; init; } = Limits.Default;

    /// <summary>Starts the keeper now, so that nobody has to wait for it later.</summary>
    public void WarmUp() => _ = keeper.Value;

    /// <summary>Plays a scenario to its end. Every process of it is gone when this returns.</summary>
    /// <param name="program">The compiled submission.</param>
    /// <param name="scenario">How to play it.</param>
    /// <param name="withCallSites">Each line says where in the source it was printed; this costs every process that prints some 20 ms.</param>
    /// <param name="cancellation">Calls the run off.</param>
    /// <returns>The recording; where the grader could not tell, it ends with <see cref="RunEnd.Unknown"/> and the reason.</returns>
    public Recording Play(KataProgram program, Scenario scenario, bool withCallSites = false, CancellationToken cancellation = default)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new Recording(scenario, [new Signal.Ended(RunEnd.Unknown, "processes are held and released on Linux only, so far")]) { Proven = false };
        }

        if (scenario.Other is null)
        {
            return PlayAlone(program, scenario, withCallSites, cancellation);
        }

        // Two runs at once share the keeper's session; no third may.
        lock (sharedSession)
        {
            return PlayAlone(program, scenario, withCallSites, cancellation);
        }
    }

    public void Dispose()
    {
        if (keeper.IsValueCreated)
        {
            keeper.Value.Dispose();
        }
    }

    private Recording PlayAlone(KataProgram program, Scenario scenario, bool withCallSites, CancellationToken cancellation)
    {
        var root = Path.Combine(Folder, Interlocked.Increment(ref lastRun).ToString());
        using var folder = new RunFolder(root);
        lock (counting)
        {
            playing++;
        }

        try
        {
            using var run = new Run(program, scenario, keeper.Value, folder, Limits, withCallSites);
            return new Recording(scenario, run.Play(cancellation));
        }
        finally
        {
            lock (counting)
            {
                playing--;
                Sweep();
            }
        }
    }

    /// <summary>
    /// When nothing is played the keeper has no descendants. Whoever is one all the same has hidden from his run: another session, an empty environment,
    /// no living parent.
    /// </summary>
    private void Sweep()
    {
        const int rounds = 1000;
        for (var round = 0; playing == 0 && round < rounds && Descendants.Of(keeper.Value.Pid) is { Count: > 0 } hidden; round++)
        {
            hidden.ForEach(pid => Libc.Kill(pid, round % 2 == 0 ? Libc.SignalStop : Libc.SignalKill));
            Poll.Any([], 1);
        }
    }
}

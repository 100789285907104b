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
    private readonly string sharedMemory;
    private readonly Lock sharedSession = new();
    private readonly ReaderWriterLockSlim others = new();
    private readonly Lock counting = new();
    private readonly List<Kinship> playing = [];
    private int lastRun;

    public Launcher()
    {
        var name = $"kata-{Path.GetRandomFileName().AsSpan(0, 6)}";
        Folder = Path.Combine("/tmp", name);
        sharedMemory = Path.Combine("/dev/shm", name);
        keeper = new Lazy<Keeper>(() =>
        {
            Directory.CreateDirectory(Folder);
            return new Keeper(Folder, sharedMemory, Isolation! with { Hidden = HiddenFolders.Of(Isolation.Hidden) });
        });
    }

    /// <summary>Where programs and runs of this launcher lie. Absolute and short.</summary>
    public string Folder { get; }

    public Limits Limits { get; init; } = Limits.Default;

    /// <summary>What runs are kept away from, and how.</summary>
    public Isolation Isolation { get; init; } = new();

    /// <summary>What is in force. Waits until it is known.</summary>
    /// <exception cref="NoSandboxException">Namespaces were asked for and cannot be had.</exception>
    public Protection Protection => keeper.Value.Protection;

    /// <summary>Starts the keeper now, so that nobody has to wait for it later.</summary>
    public void WarmUp() => _ = keeper.Value;

    /// <summary>Plays a scenario to its end. Every process of it is gone when this returns.</summary>
    /// <param name="program">The compiled submission.</param>
    /// <param name="scenario">How to play it.</param>
    /// <param name="manner">What it is played for; for the verdict, when it is not said.</param>
    /// <param name="whenIdle">Called as soon as nothing but time moves in it, on the calling thread.</param>
    /// <param name="cancellation">Calls the run off.</param>
    /// <returns>The recording; where the grader could not tell, it ends with <see cref="RunEnd.Unknown"/> and the reason.</returns>
    public Recording Play(KataProgram program, Scenario scenario, Manner? manner = null, Action? whenIdle = null, CancellationToken cancellation = default)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new Recording(scenario, [new Signal.Ended(RunEnd.Unknown, "processes are held and released on Linux only, so far")]) { Proven = false };
        }

        var order = new Order(program, scenario, manner ?? Manner.Judged, whenIdle ?? (() => { }), cancellation);
        if (scenario.Other is null)
        {
            return PlayBesideOthers(order);
        }

        // Two runs at once share the keeper's session; no third may.
        lock (sharedSession)
        {
            return PlayBesideOthers(order);
        }
    }

    public void Dispose()
    {
        others.Dispose();
        if (keeper.IsValueCreated)
        {
            keeper.Value.Dispose();

            // The keeper has deleted it, unless there never was one.
            if (Directory.Exists(Folder))
            {
                Directory.Delete(Folder, recursive: true);
            }
        }
    }

    /// <summary>
    /// Where there are no namespaces, a process can hide so well that nobody can say which run it is of. Then each run that may have started it is played again,
    /// while nothing else is: there, whoever appears is its own.
    /// </summary>
    private Recording PlayBesideOthers(Order order)
    {
        others.EnterReadLock();
        try
        {
            var recording = PlayOnce(order, isAlone: false, out var anyHidden);
            if (!anyHidden)
            {
                return recording;
            }
        }
        finally
        {
            others.ExitReadLock();
        }

        others.EnterWriteLock();
        try
        {
            Sweep();
            return PlayOnce(order, isAlone: true, out _);
        }
        finally
        {
            others.ExitWriteLock();
        }
    }

    private Recording PlayOnce(Order order, bool isAlone, out bool anyHidden)
    {
        var number = Interlocked.Increment(ref lastRun).ToString();
        using var folder = new RunFolder(Path.Combine(Folder, number), Path.Combine(sharedMemory, number), Protection.Namespaces);
        var kinship = new Kinship(keeper.Value, folder.Mark) { IsAlone = isAlone };
        lock (counting)
        {
            playing.Add(kinship);
        }

        try
        {
            using var run = new Run(order.Program, order.Scenario, keeper.Value, kinship, folder, Limits, order.Manner, order.WhenIdle);
            var recording = new Recording(order.Scenario, run.Play(order.Cancellation)) { InTurn = order.Manner.InTurn };
            anyHidden = !isAlone && !Protection.Namespaces && AnyHidden();
            return recording;
        }
        finally
        {
            lock (counting)
            {
                playing.Remove(kinship);
                Sweep();
            }
        }
    }

    /// <summary>Whether the keeper has a child that no run claims. One that is just being started is claimed by nobody, for a moment.</summary>
    private bool AnyHidden()
    {
        const int looks = 4, apart = 5;
        var hidden = Descendants.ChildrenOf(keeper.Value.Pid).ToList();
        for (var look = 0; look < looks && hidden.Count > 0; look++)
        {
            lock (counting)
            {
                hidden.RemoveAll(pid => ProcessStatus.Read(pid) is null or { IsZombie: true } || playing.Any(run => run.Claims(pid) == true));
            }

            if (hidden.Count > 0)
            {
                Poll.BetweenLooks(apart);
            }
        }

        return hidden.Count > 0;
    }

    /// <summary>
    /// When nothing is played the keeper has no descendants. Whoever is one all the same has hidden from his run: another session, an empty environment,
    /// no living parent.
    /// </summary>
    private void Sweep()
    {
        const int rounds = 1000;
        for (var round = 0; playing.Count == 0 && round < rounds && Descendants.Of(keeper.Value.Pid) is { Count: > 0 } hidden; round++)
        {
            hidden.ForEach(pid => Libc.Kill(pid, round % 2 == 0 ? Libc.SignalStop : Libc.SignalKill));
            // They are children of the keeper, which is told of their end; the grader is not.
            Poll.BetweenLooks(1);
        }
    }

    private sealed record Order(KataProgram Program, Scenario Scenario, Manner Manner, Action WhenIdle, CancellationToken Cancellation);
}

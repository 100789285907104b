using Grader.Launch.Linux;
using Grader.Launch.Settling;

namespace Grader.Launch;

/// <summary>
/// Those who go last: threads of one process that go one at a time, up to the next system call that may concern others, and each time only when nobody else can
/// go on. So what they do comes as late as it may, and whatever they give others the chance to do, these do. Where a process may not be stopped nobody lags, and that is noted.
/// </summary>
internal sealed class Laggards(Recorder recorder) : IDisposable
{
    // Far more than any right program takes on its way; who takes more goes like everybody from there on.
    private const int MostTurns = 2000;

    private SteppedProcess? process;
    private Player? whose;
    private Func<bool>? isOver;
    private int turns;

    /// <summary>Somebody lags.</summary>
    public bool Any => process is not null;

    /// <summary>Somebody could go on who lags, if it were his turn.</summary>
    public bool AnyWaits => process?.AnyStopped() == true;

    /// <summary>The whole process lags, from the gate that it stands at to the next, or until it ends or waits itself.</summary>
    public void TakeToNextGate(Player player)
    {
        var passes = player.Passes + 1;
        Take(player, isNewestFirst: true, (_, _) => false);
        isOver = () => player.Visits.Count > 0 || player.Passes != passes;
    }

    /// <summary>All of its threads lag but the one that stands at a gate, or else its first, and those of the runtime: these do what the one needs.</summary>
    /// <param name="player">Whose.</param>
    /// <param name="isNewestFirst">Among them the one goes on first that was started last; else the one that was there first.</param>
    public void TakeAllButOne(Player player, bool isNewestFirst)
    {
        var favourite = Threads(player).Where(BlockedCall.IsAtGate).Select(thread => thread.ThreadId).FirstOrDefault(player.Pid);
        Take(player, isNewestFirst, (id, bornAs) => id == favourite || (ThreadSample.Read(player.Pid, id) is { } thread && thread.Name != bornAs && BlockedCall.IsRuntimes(thread)));
        isOver = null;
    }

    /// <summary>Of its threads only the first lags.</summary>
    public void TakeFirst(Player player)
    {
        Take(player, isNewestFirst: true, (id, _) => id != player.Pid);
        isOver = null;
    }

    /// <summary>Takes note of who has stopped or ended; true when somebody had stopped and has gone on. Whoever is traced and ends is not gone until his tracer has noted it.</summary>
    public bool Look() => process?.Look() == true;

    /// <summary>
    /// Everybody else has gone as far as he can: the first laggard goes on until he has made his next system call that may concern others, or everybody, from where
    /// nobody lags any more. False when none can.
    /// </summary>
    /// <param name="isSeen">Somebody looks again and again, or waits by time: he may see what they write without any call, and they stop before the call, too.</param>
    public bool GoOn(bool isSeen)
    {
        var isEnough = isOver?.Invoke() == true || turns++ == MostTurns;
        if (!isEnough && process?.GoOn(isSeen) == true)
        {
            return true;
        }

        return (isEnough || isOver is not null) && Free();
    }

    /// <summary>Nobody can go on by himself: whoever is woken from now on waits for his turn.</summary>
    public void EndTurn() => process?.EndTurn();

    /// <summary>In the process where somebody lags nobody can go on by himself: two samples of its threads are equal, as in <see cref="Settler"/>.</summary>
    public bool AreAllStill() =>
        Any && Threads(whose!) is var threads && !threads.Exists(thread => thread.IsRunning) && Threads(whose!).SequenceEqual(threads);

    /// <summary>From here on nobody lags; true when somebody did.</summary>
    public bool Free()
    {
        var any = Any;
        process?.Dispose();
        process = null;
        return any;
    }

    public void Dispose() => Free();

    private void Take(Player player, bool isNewestFirst, Func<int, string?, bool> isFree)
    {
        Free();
        (whose, turns) = (player, 0);
        process = SteppedProcess.Stop(Threads(player).Select(thread => thread.ThreadId), isFree, isNewestFirst);
        if (process is null && !player.File.HasEnded())
        {
            recorder.Add(new Signal.DidNotLag(player.Actor!));
        }
    }

    private static List<ThreadSample> Threads(Player player) =>
        [.. ProcFile.Numbers($"/proc/{player.Pid}/task").Select(thread => ThreadSample.Read(player.Pid, thread)).OfType<ThreadSample>()];
}

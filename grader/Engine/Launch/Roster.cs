using Grader.Contract;
using Grader.Launch.Keeping;
using Grader.Launch.Linux;

namespace Grader.Launch;

/// <summary>The processes of a run: who has come, what he is, who is gone.</summary>
/// <param name="expected">How many of the program the scenario asks for.</param>
internal sealed class Roster(ActorReader actors, Keeper keeper, Recorder recorder, Limits limits, int expected) : IDisposable
{
    // A correct program starts just the processes that are asked for; a few more show that it does not stop by itself.
    private const int ToShowIt = 12;

    private readonly List<Player> players = [];

    /// <summary>Everybody the grader knows of, in the order in which they were seen, also those who are gone.</summary>
    public IReadOnlyList<Player> Players => players;

    public IEnumerable<Player> Living => players.Where(player => !player.IsGone);

    /// <summary>Who stands at a gate, in order of role; of those with the same role, who was started first.</summary>
    public IEnumerable<Visit> Held => Living.SelectMany(player => player.Visits).OrderBy(visit => visit.What.Role, RoleOrder.Instance).ThenBy(visit => visit.Player.Pid);

    /// <summary>Somebody ended by SIGKILL, and could not clean up behind himself.</summary>
    public bool AnyKilled { get; private set; }

    /// <summary>The run is being taken down: whoever still appears is only to be killed.</summary>
    public bool IsOver { get; set; }

    /// <summary>
    /// Every main and every worker is gone; other programs are still there. Only asked when everything has settled: nobody waits for them any more.
    /// </summary>
    public bool OnlyOtherProgramsLive =>
        players.Where(player => player.IsMain).All(player => player.IsGone)
        && Living.All(player => player.Actor is { IsKata: false } || (player.Actor is null && !actors.RunsProgram(player.Pid)));

    /// <summary>The latest with this pid, gone or not.</summary>
    public Player? Find(int pid) => players.FindLast(player => player.Pid == pid);

    /// <summary>A program other than the kata's whose parents are gone, so that nobody in the run can wait for it.</summary>
    public bool IsDetached(int pid) =>
        Find(pid) is { IsGone: false, IsMain: false, Actor: null or { IsKata: false } }
        && !actors.RunsProgram(pid)
        && ProcessStatus.Read(pid)?.Parent == keeper.Pid;

    /// <summary>Knows of a process from here on; null when it is gone already.</summary>
    /// <exception cref="LimitException">There are too many at the same time.</exception>
    public Player? Add(int pid, Player? parent, int run, bool isMain = false)
    {
        if (PidFile.Open(pid) is not { } file)
        {
            return null;
        }

        var player = new Player(pid, file, parent, run) { IsMain = isMain };
        players.Add(player);
        if (!IsOver && Living.Count() > limits.MostProcesses + 1)
        {
            throw new LimitException("process-limit", $"more than {limits.MostProcesses} processes at the same time");
        }

        if (!IsOver && players.Count > limits.MostInAll)
        {
            throw new LimitException("process-limit", $"more than {limits.MostInAll} processes, one after the other");
        }

        return player;
    }

    /// <summary>A process that says hello before it was seen as anybody's child: its parents are asked for now.</summary>
    public Player? AddUnseen(int pid)
    {
        var parentPid = ProcessStatus.Read(pid)?.Parent ?? 0;
        var parent = Find(parentPid);
        if (parent is null && parentPid > 1 && parentPid != keeper.Pid && parentPid != Environment.ProcessId)
        {
            parent = AddUnseen(parentPid);
        }

        return Add(pid, parent, parent?.Run ?? 0);
    }

    /// <summary>Makes known a process that has settled without a word: another program, or the kata's without its probe.</summary>
    /// <exception cref="UndecidedException">It is the kata's.</exception>
    public void DescribeSilent(Player player)
    {
        if (actors.RunsProgram(player.Pid))
        {
            throw new UndecidedException("a process of the program runs without the grader's probe");
        }

        MakeKnown(player, announced: false);
    }

    /// <summary>Asks the kernel what it is, and its parents before it.</summary>
    /// <exception cref="LimitException">There have been too many.</exception>
    public void MakeKnown(Player player, bool announced)
    {
        if (player.Parent is { Actor: null, IsGone: false, IsMain: false } parent)
        {
            MakeKnown(parent, announced: false);
        }

        var actor = actors.Describe(player, players.Count(candidate => candidate.Actor is not null), announced);
        if (player.File.HasEnded() || (announced && ProcessStatus.Read(player.Pid) is not { HasMemory: true }))
        {
            // Killed from outside before the kernel could be asked, or while it was: what was read of it is worth nothing.
            return;
        }

        player.Actor = actor;
        recorder.Add(new Signal.Appeared(actor));
        if (players.Count(candidate => candidate.IsKata) > expected + ToShowIt)
        {
            throw new LimitException("process-limit", $"more than {expected + ToShowIt} processes of the program, and no end of it");
        }
    }

    /// <summary>A child may come and go between two looks. The page faults of a main that is about to end then include those of somebody whom nobody knows.</summary>
    public void NoteUnseenChildren(Player player)
    {
        if (player is { IsMain: true, Actor: { } actor } && players.TrueForAll(candidate => candidate.Parent != player) && ProcessStatus.Read(player.Pid) is { ReapedFaults: > 0 })
        {
            recorder.Add(new Signal.Unseen(actor));
        }
    }

    /// <summary>The kernel says that it is gone.</summary>
    public void TakeLeave(Player player)
    {
        player.IsGone = true;
        player.Visits.Clear();
        if (player.Actor is { } actor)
        {
            var end = EndOf.Process(player, keeper);
            AnyKilled |= end.Signal == Libc.SignalKill;
            recorder.Add(new Signal.Gone(actor, end));
        }
        else if (player.Parent?.Actor is { } parent)
        {
            recorder.Add(new Signal.Unseen(parent));
        }
    }

    public void Dispose() => players.ForEach(player => player.File.Dispose());
}

using System.Buffers.Binary;
using System.Text;
using Grader.Build;
using Grader.Contract;
using Grader.Launch.Keeping;
using Grader.Launch.Linux;
using Grader.Launch.Probes;

namespace Grader.Launch;

/// <summary>
/// The processes of a run and the gates between them and the grader. One thread does it all: it takes in what processes say and the kernel tells,
/// and gives leave to whoever is not held.
/// </summary>
internal sealed class Stage(KataProgram program, ProbeServer server, Keeper keeper, Kinship kinship, Recorder recorder, GateRules rules, Limits limits, int mostKataProcesses, bool withCallSites) : IDisposable
{
    private readonly ActorReader actors = new(program);
    private readonly List<Player> players = [];
    private readonly List<OutputPipe> outputs = [];
    private readonly OutputPipe errors = new();
    private readonly StringBuilder errorText = new();

    /// <summary>Everybody the grader knows of, mains first, also those who are gone.</summary>
    public IReadOnlyList<Player> Players => players;

    public IEnumerable<Player> Living => players.Where(player => !player.IsGone);

    public IEnumerable<Visit> Held => Living.SelectMany(player => player.Visits).OrderBy(visit => visit.What.Role, RoleOrder.Instance);

    /// <summary>
    /// Every main and every worker is gone; other programs are still there. Only asked when everything has settled: nobody waits for them any more.
    /// </summary>
    public bool OnlyOtherProgramsLive =>
        players.Where(player => player.IsMain).All(player => player.IsGone)
        && Living.All(player => player.Actor is { IsKata: false } || (player.Actor is null && !actors.RunsProgram(player.Pid)));

    /// <summary>A program other than the kata's whose parents are gone, so that nobody in the run can wait for it.</summary>
    public bool IsDetached(int pid) =>
        players.LastOrDefault(player => player.Pid == pid && !player.IsGone) is { IsMain: false, Actor: null or { IsKata: false } }
        && !actors.RunsProgram(pid)
        && ProcessStatus.Read(pid)?.Parent == keeper.Pid;

    /// <summary>Somebody ended by SIGKILL, and could not clean up behind himself.</summary>
    public bool AnyKilled { get; private set; }

    /// <summary>The run is being taken down: whoever still appears is only to be killed.</summary>
    public bool IsOver { get; set; }

    public string ErrorPath => errors.Path;

    public string StandardError => errorText.ToString();

    public Player AddMain(int pid, OutputPipe output, int run)
    {
        outputs.Add(output);
        output.CloseWriteEnd();
        return Add(pid, null, run, isMain: true) ?? throw new UndecidedException("main was gone before it was seen");
    }

    /// <summary>Knows of a process from here on; null when it is gone already.</summary>
    public Player? Add(int pid, Player? parent, int run, bool isMain = false)
    {
        if (PidFile.Open(pid) is not { } file)
        {
            return null;
        }

        var player = new Player(pid, file, parent, run) { IsMain = isMain };
        players.Add(player);
        if (!IsOver && Living.Count() > Math.Max(limits.Processes, Environment.ProcessorCount + 8) + 1)
        {
            throw new LimitException("process-limit", $"more than {limits.Processes} processes at the same time");
        }

        return player;
    }

    /// <summary>Waits up to so long for something to happen, takes in all that has happened, and lets go who is not held.</summary>
    /// <returns>Whether anything happened.</returns>
    public bool Drain(int milliseconds)
    {
        Wait(milliseconds);
        server.Accept();
        TurnAwayStrangers();
        var messages = server.Connections.ToList().SelectMany(Read).ToList();

        // Whoever is gone was gone before the words of those who waited for his end: see DESIGN, part 4. Hence the kernel is asked after the words were read.
        var gone = Living.Where(player => player.File.HasEnded()).ToList();
        foreach (var player in gone)
        {
            Take(messages.Where(message => message.Connection.Pid == player.Pid));
            TakeLeave(player);
        }

        Take(messages.Where(message => gone.All(player => message.Connection.Pid != player.Pid)));
        return ReadOutputs() | messages.Count > 0 | gone.Count > 0;
    }

    /// <summary>Somebody has said something, printed or gone, and it has not been taken in yet.</summary>
    public bool HasNews() => Wait(0);

    /// <summary>Gives leave to one process; of a line, waits until it has appeared.</summary>
    public void Pass(Visit visit)
    {
        var player = visit.Player;
        player.Visits.Remove(visit);
        visit.Connection.Answer(player.Output is null ? Wire.GoUngated : withCallSites ? Wire.GoWithCallSites : Wire.Go);
        if (visit.Output.Length == 0 || Appears(visit))
        {
            recorder.Add(new Signal.Passed(player.Actor!, visit.What));
        }
    }

    /// <summary>Gives leave to everybody who is not held.</summary>
    public bool PassWhoIsFree()
    {
        var free = Held.Where(visit => !rules.Holds(visit.What)).ToList();
        free.ForEach(Pass);
        return free.Count > 0;
    }

    /// <summary>Makes known a process that has settled without a word: another program, or the kata's without its probe.</summary>
    public void Describe(Player player)
    {
        if (actors.RunsProgram(player.Pid))
        {
            throw new UndecidedException("a process of the program runs without the grader's probe");
        }

        MakeKnown(player, announced: false);
    }

    public void Dispose()
    {
        players.ForEach(player => player.File.Dispose());
        outputs.ForEach(output => output.Dispose());
        errors.Dispose();
    }

    private bool Wait(int milliseconds)
    {
        var files = server.Connections.Where(connection => !connection.IsAtEnd).Select(connection => connection.Socket)
            .Concat(Living.Select(player => player.File.File))
            .Concat(outputs.Append(errors).Where(output => !output.IsAtEnd).Select(output => output.ReadEnd))
            .Append(server.Socket);
        return Poll.Any([.. files], milliseconds);
    }

    /// <summary>
    /// Only processes of this run are listened to. Others who find the socket, and who speaks where his run is known to be another, are sent away without a word.
    /// </summary>
    private void TurnAwayStrangers()
    {
        foreach (var connection in server.Connections.Where(connection => connection.Hello == 0).ToList())
        {
            if (players.All(player => player.Pid != connection.Pid) && !kinship.IsOfRun(connection.Pid))
            {
                server.Forget(connection);
            }
        }

        // A probe has two connections.
        const int mostOfOne = 8;
        if (server.Connections.Count > mostOfOne && server.Connections.GroupBy(connection => connection.Pid).FirstOrDefault(group => group.Count() > mostOfOne) is { } flood)
        {
            throw Forgery(flood.First(), "one connection after the other");
        }
    }

    private List<Message> Read(Connection connection)
    {
        try
        {
            return connection.Read();
        }
        catch (ForgedMessageException forged)
        {
            throw Forgery(connection, forged.Message);
        }
    }

    private void Take(IEnumerable<Message> messages)
    {
        foreach (var message in messages)
        {
            Take(message);
        }

        PassWhoIsFree();
    }

    private void Take(Message message)
    {
        var (connection, kind, body) = message;
        var player = players.LastOrDefault(candidate => candidate.Pid == connection.Pid && !candidate.IsGone);
        switch (kind)
        {
            case Wire.HelloExit or Wire.HelloLines when body is not [Wire.Version]:
                throw Forgery(connection, "a hello of an unknown version");
            case Wire.HelloExit when connection.Hello == 0:
                if (server.Connections.Any(other => other.Pid == connection.Pid && other.Hello == kind && !other.IsAtEnd))
                {
                    throw Forgery(connection, "a second hello");
                }

                connection.Hello = kind;
                break;
            case Wire.HelloLines when connection.Hello == 0:
                connection.Hello = kind;
                if ((player ?? AddUnseen(connection.Pid)) is { } newcomer)
                {
                    Welcome(newcomer, connection);
                }

                break;
            case Wire.Line or Wire.Rest when connection.Hello == Wire.HelloLines && player?.Actor is { } actor && body.Length >= 8:
                var text = Encoding.UTF8.GetString(body.AsSpan(8));
                var token = BinaryPrimitives.ReadInt32LittleEndian(body);
                var site = token == 0 ? null : new CallSite(token, BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(4)));
                var line = new Happening(Moment.Line, actor.Role, kind == Wire.Line ? text : text + " (without a line end)", ++player.LinesReached);
                Reach(player, line, connection, code: null, site, [.. body.AsSpan(8), .. kind == Wire.Line && body.Length < Wire.LongestBody ? "\n"u8 : ""u8]);
                break;
            case Wire.Exit when connection.Hello == Wire.HelloExit && player is { Actor: { } actor, SaidCode: null } && body.Length == 4:
                NoteUnseenChildren(player, actor);
                player.SaidCode = BinaryPrimitives.ReadInt32LittleEndian(body) & 0xff;
                Reach(player, new Happening(Moment.Exit, actor.Role), connection, player.SaidCode, null, []);
                break;
            default:
                throw Forgery(connection, "a message out of turn");
        }
    }

    private void Welcome(Player player, Connection connection)
    {
        if (player.Actor is not null)
        {
            throw Forgery(connection, "a second hello");
        }

        var link = ProcFile.Link($"/proc/{player.Pid}/fd/1");
        player.Output = outputs.Find(output => output.Link == link);
        MakeKnown(player, announced: true);
        if (player.Actor is { IsKata: false })
        {
            throw Forgery(connection, "a hello of another program");
        }

        if (player.Actor is null)
        {
            return;
        }

        Reach(player, new Happening(Moment.Start, player.Actor.Role), connection, null, null, []);
    }

    private void Reach(Player player, Happening what, Connection connection, int? code, CallSite? site, byte[] output)
    {
        if (player.Visits.Any(visit => visit.What.Moment == what.Moment))
        {
            throw Forgery(connection, "two gates at once");
        }

        recorder.Add(new Signal.Reached(player.Actor!, what, code, site));
        player.Visits.Add(new Visit(player, what, connection) { Output = output });
    }

    /// <summary>A process that says hello before it was seen as anybody's child: its parents are asked for now.</summary>
    private Player? AddUnseen(int pid)
    {
        var parentPid = ProcessStatus.Read(pid)?.Parent ?? 0;
        var parent = players.LastOrDefault(candidate => candidate.Pid == parentPid);
        if (parent is null && parentPid > 1 && parentPid != keeper.Pid && parentPid != Environment.ProcessId)
        {
            parent = AddUnseen(parentPid);
        }

        return Add(pid, parent, parent?.Run ?? 0);
    }

    /// <summary>A child may come and go between two looks. Main's page faults then include those of somebody whom nobody knows.</summary>
    private void NoteUnseenChildren(Player player, Actor actor)
    {
        if (player.IsMain && players.TrueForAll(candidate => candidate.Parent != player) && ProcessStatus.Read(player.Pid) is { ReapedFaults: > 0 })
        {
            recorder.Add(new Signal.Unseen(actor));
        }
    }

    private void MakeKnown(Player player, bool announced)
    {
        if (player.Parent is { Actor: null, IsGone: false, IsMain: false } parent)
        {
            MakeKnown(parent, announced: false);
        }

        var actor = actors.Describe(player, players.Count(candidate => candidate.Actor is not null), announced);
        if (player.File.HasEnded())
        {
            // Killed from outside before the kernel could be asked: what was read of it is worth nothing.
            return;
        }

        player.Actor = actor;
        recorder.Add(new Signal.Appeared(actor));
        if (players.Count(candidate => candidate.IsKata) > mostKataProcesses)
        {
            throw new LimitException("process-limit", $"more than {mostKataProcesses} processes of the program, and no end of it");
        }
    }

    private void TakeLeave(Player player)
    {
        player.IsGone = true;
        player.Visits.Clear();
        foreach (var connection in server.Connections.Where(connection => connection.Pid == player.Pid).ToList())
        {
            server.Forget(connection);
        }

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

    /// <summary>Waits for a line that has leave to appear on the pipe; false when its process is gone before.</summary>
    private bool Appears(Visit visit)
    {
        const int aWhile = 200;
        var output = visit.Player.Output!;
        for (var waited = 0; ; waited += aWhile)
        {
            var ended = visit.Player.File.HasEnded();
            output.Read();
            if (output.Claim(visit.Output, out var stray))
            {
                Stray(stray);
                CheckSize(output);
                return true;
            }

            if (ended)
            {
                return false;
            }

            CheckSize(output);
            if (Poll.Any([output.ReadEnd, visit.Player.File.File], aWhile))
            {
                continue;
            }

            if (ProcFile.Link($"/proc/{visit.Player.Pid}/fd/1") != output.Link)
            {
                // It has closed its output, or turned it elsewhere: the line went nowhere.
                return false;
            }

            if (waited > limits.TimedMilliseconds)
            {
                throw new UndecidedException($"a line of {visit.What.Role} had leave and did not appear");
            }
        }
    }

    private bool ReadOutputs()
    {
        var any = false;
        foreach (var output in outputs.Where(output => output.Read()))
        {
            any = true;
            Stray(output.TakeRest());
            CheckSize(output);
        }

        errors.Read();
        CheckErrors();
        errorText.Append(errors.TakeRest());
        const int kept = 64 * 1024;
        if (errorText.Length > kept)
        {
            errorText.Remove(0, errorText.Length - kept);
        }

        return any;
    }

    private void Stray(string text)
    {
        if (text.Length > 0)
        {
            recorder.Add(new Signal.StrayOutput(text));
        }
    }

    private void CheckSize(OutputPipe output)
    {
        if (output.TotalBytes > limits.OutputBytes)
        {
            throw new LimitException("output-limit", $"more than {limits.OutputBytes} bytes of output");
        }
    }

    /// <summary>Standard error is read and mostly thrown away, but not for ever.</summary>
    private void CheckErrors()
    {
        const int timesOutput = 8;
        if (errors.TotalBytes > (long)limits.OutputBytes * timesOutput)
        {
            throw new LimitException("output-limit", $"more than {(long)limits.OutputBytes * timesOutput} bytes on standard error");
        }
    }

    private ForgeryException Forgery(Connection connection, string reason)
    {
        var actor = players.LastOrDefault(player => player.Pid == connection.Pid)?.Actor;
        recorder.Add(new Signal.Forged(actor, reason));
        return new ForgeryException(reason);
    }
}

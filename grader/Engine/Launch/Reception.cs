using System.Buffers.Binary;
using System.Text;
using Grader.Contract;
using Grader.Launch.Linux;
using Grader.Launch.Probes;

namespace Grader.Launch;

/// <summary>Takes in what probes say: hellos, and who has come to which gate. Whatever a true probe would not say ends the run.</summary>
internal sealed class Reception(ProbeServer server, Roster roster, Outputs outputs, Kinship kinship, Recorder recorder)
{
    /// <summary>The words that have arrived.</summary>
    /// <exception cref="ForgeryException">They are none of a probe.</exception>
    public List<Message> Listen()
    {
        server.Accept();
        TurnAwayStrangers();
        return [.. server.Connections.ToList().SelectMany(Read)];
    }

    /// <exception cref="ForgeryException">A true probe would not say that now.</exception>
    public void Take(Message message)
    {
        var (connection, kind, body) = message;
        var player = roster.Find(connection.Pid) is { IsGone: false } living ? living : null;
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
                if ((player ?? roster.AddUnseen(connection.Pid)) is { } newcomer)
                {
                    Welcome(newcomer, connection);
                }

                break;
            case Wire.Line or Wire.Rest when connection.Hello == Wire.HelloLines && player?.Actor is { } actor && body.Length >= 8:
                var text = Encoding.UTF8.GetString(body.AsSpan(8));
                var line = new Happening(Moment.Line, actor.Role, kind == Wire.Line ? text : text + " (without a line end)", ++player.LinesReached);
                Reach(player, line, connection, code: null, SiteOf(body), [.. body.AsSpan(8), .. kind == Wire.Line && body.Length < Wire.LongestBody ? "\n"u8 : ""u8]);
                break;
            case Wire.Exit when connection.Hello == Wire.HelloExit && player is { Actor: { } actor, SaidCode: null } && body.Length == 4:
                roster.NoteUnseenChildren(player);
                player.SaidCode = BinaryPrimitives.ReadInt32LittleEndian(body) & 0xff;
                Reach(player, new Happening(Moment.Exit, actor.Role), connection, player.SaidCode, null, []);
                break;
            default:
                throw Forgery(connection, "a message out of turn");
        }
    }

    /// <summary>
    /// Only processes of this run are listened to. Others who find the socket, and who speaks where his run is known to be another, are sent away without a word.
    /// </summary>
    private void TurnAwayStrangers()
    {
        foreach (var connection in server.Connections.Where(connection => connection.Hello == 0).ToList())
        {
            if (roster.Find(connection.Pid) is null && !kinship.IsOfRun(connection.Pid))
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

    private void Welcome(Player player, Connection connection)
    {
        if (player.Actor is not null)
        {
            throw Forgery(connection, "a second hello");
        }

        player.Output = outputs.Of(player.Pid);
        player.ErrsToMain = outputs.IsErrorOf(player.Pid);
        player.TicksOfStart = ProcessStatus.Read(player.Pid)?.CpuTicks ?? 0;
        roster.MakeKnown(player, announced: true);
        if (player.Actor is { IsKata: false })
        {
            throw Forgery(connection, "a hello of another program");
        }

        if (player.Actor is { } actor)
        {
            Reach(player, new Happening(Moment.Start, actor.Role), connection, null, null, []);
        }
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

    private static CallSite? SiteOf(byte[] body) =>
        BinaryPrimitives.ReadInt32LittleEndian(body) is not 0 and var token ? new CallSite(token, BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(4))) : null;

    private ForgeryException Forgery(Connection connection, string reason)
    {
        recorder.Add(new Signal.Forged(roster.Find(connection.Pid)?.Actor, reason));
        return new ForgeryException(reason);
    }
}

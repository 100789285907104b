using Grader.Launch.Linux;
using Grader.Launch.Probes;

namespace Grader.Launch;

/// <summary>
/// The gates between the processes of a run and the grader. One thread does it all: it takes in what processes say and the kernel tells,
/// and gives leave to whoever is not held.
/// </summary>
internal sealed class Stage(ProbeServer server, Roster roster, Outputs outputs, Reception reception, GateRules rules, Recorder recorder, Laggards laggards, bool withCallSites)
{
    /// <summary>Waits up to so long for something to happen, takes in all that has happened, and lets go who is not held.</summary>
    /// <returns>Whether anything happened.</returns>
    public bool Drain(int milliseconds)
    {
        laggards.Look();
        Wait(milliseconds);
        var messages = reception.Listen();

        // Whoever is gone was gone before the words of those who waited for his end: see DESIGN, part 4. Hence the kernel is asked after the words were read.
        var gone = roster.Living.Where(player => player.File.HasEnded()).ToList();
        foreach (var player in gone)
        {
            Take(messages.Where(message => message.Connection.Pid == player.Pid));
            roster.TakeLeave(player);
            server.Connections.Where(connection => connection.Pid == player.Pid).ToList().ForEach(server.Forget);
        }

        Take(messages.Where(message => gone.All(player => message.Connection.Pid != player.Pid)));
        return outputs.Read() | messages.Count > 0 | gone.Count > 0;
    }

    /// <summary>Somebody has said something, printed or gone, and it has not been taken in yet; or was stopped for a moment, and goes on.</summary>
    public bool HasNews() => Wait(0) || laggards.Look();

    /// <summary>Gives leave to one process; of a line, waits until it has appeared.</summary>
    public void Pass(Visit visit)
    {
        var player = visit.Player;
        player.Visits.Remove(visit);
        player.Passes++;
        visit.Connection.Answer(player.Output is null ? Wire.GoUngated : withCallSites ? Wire.GoWithCallSites : Wire.Go);
        if (visit.Output.Length == 0 || outputs.Appears(visit, laggards))
        {
            recorder.Add(new Signal.Passed(player.Actor!, visit.What));
        }
    }

    /// <summary>Gives leave to everybody who is not held.</summary>
    public void PassWhoIsFree() => roster.Held.Where(visit => !rules.Holds(visit.What)).ToList().ForEach(Pass);

    private bool Wait(int milliseconds)
    {
        var files = server.Connections.Where(connection => !connection.IsAtEnd).Select(connection => connection.Socket)
            .Concat(roster.Living.Select(player => player.File.File))
            .Concat(outputs.ReadEnds)
            .Append(server.Socket);
        return Poll.Any([.. files], milliseconds);
    }

    private void Take(IEnumerable<Message> messages)
    {
        foreach (var message in messages)
        {
            reception.Take(message);
        }

        PassWhoIsFree();
    }
}

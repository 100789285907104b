using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>What a run has got done without saying anything: whoever gets on with something does not ask again and again.</summary>
internal sealed class Headway(Roster roster, RunFolder folder)
{
    // In bytes. Who asks again and again needs no more memory for it; who takes this much more has been busy taking it.
    private const long Growth = 16 << 20;

    /// <summary>The runtime gives names to its threads and reads what the machine has to spare.</summary>
    public const long UnimportantBytes = 256;

    private long? seen;
    private long memory;

    /// <summary>The run got on since the last time that it did.</summary>
    public bool IsMade()
    {
        var (now, taken) = (Moved(), roster.Living.Select(player => ProcessMemory.Read(player.Pid)).Sum(memory => memory.Own + memory.Shared));
        if (now == seen && taken <= memory + Growth)
        {
            return false;
        }

        (seen, memory) = (now, taken);
        return true;
    }

    /// <summary>All bytes that the run's processes have read and written so far.</summary>
    public long Bytes() => roster.Living.Select(player => ProcessTraffic.Of(player.Pid)).Sum(traffic => traffic.Read + traffic.Written);

    /// <summary>Differs also when files were made or deleted in the run's folders, which moves no bytes.</summary>
    private long Moved() => Bytes() + folder.Written.Sum(path => Directory.GetLastWriteTimeUtc(path).Ticks % TimeSpan.TicksPerDay);
}

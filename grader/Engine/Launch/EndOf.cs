using Grader.Launch.Keeping;
using Grader.Launch.Linux;

namespace Grader.Launch;

/// <summary>Finds out how a process ended. The kernel's word counts; only where it says nothing, the code that the exit gate was told.</summary>
internal static class EndOf
{
    public static ExitStatus Process(Player player, Keeper keeper)
    {
        if (ProcessStatus.Read(player.Pid) is { IsZombie: true } zombie)
        {
            return ExitStatus.FromWait(zombie.WaitStatus);
        }

        if ((player.File.WaitStatus() ?? keeper.WaitStatus(player.OwnPid)) is { } status)
        {
            return ExitStatus.FromWait(status);
        }

        return player.SaidCode is { } code ? new ExitStatus(code, null) : ExitStatus.Unknown;
    }
}

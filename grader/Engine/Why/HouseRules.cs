using Grader.Verify;

namespace Grader.Why;

/// <summary>The rules that hold in every kata, whatever the scenario asks about.</summary>
internal static class HouseRules
{
    /// <summary>Empty for codes that a kata's own rules speak of.</summary>
    public static string Of(string code) => code switch
    {
        Code.NotAProcess => "A worker is a process of its own: the same program, started by main as `--worker <name>`.",
        Code.RelayedOutput => "Each process prints its own lines, to the standard output that it inherited.",
        Code.WrongParent => "Main itself starts every worker: no shell, no `dotnet run`, no other worker in between.",
        Code.WrongProcessCount => "Exactly the workers that the task names are started, each of them once.",
        Code.Polling or Code.TimedWait => "Waiting for another process is never done by time: no sleeping until it should be over, no time-out in place of a join, no asking again and again.",
        Code.Orphan => "Main is the last process to end: every worker is joined.",
        Code.Leftovers => "Nothing is left behind: no process, no file, no shared memory.",
        Code.FixedName => "Two runs of the program at the same time do not disturb each other: names of files, sockets and locks are made for the run.",
        Code.HardCoded => "Whatever the arguments, the program does what the task says.",
        _ => "",
    };
}

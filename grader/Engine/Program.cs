using Grader.Launch.Keeping;

namespace Grader;

/// <summary>What the engine starts of itself: <c>keeper</c> (parent and sub-reaper of the learners' processes) <c>compiler</c> (Roslyn, kept warm)
/// and <c>stacks</c> (reads stacks; may crash).</summary>
internal static class Program
{
    private static int Main(string[] args) => args switch
    {
        ["compiler"] => Build.Roslyn.SdkRoslyn.Serve(),
        ["keeper", var order] => KeeperProgram.Run(order),
        ["stacks"] => Launch.Stacks.StackHelperProgram.Run(),
        _ => 64,
    };
}

using FluentAssertions;
using Grader.Launch.Linux;
using Grader.Tests.Launch.Stacks;
using Xunit;

namespace Grader.Tests.Launch;

/// <summary>Whose threads stopped at their calls: he goes freely as soon as he is let go, and not some time afterwards. Until then he would look like one who cannot go on.</summary>
public sealed class Stepped
{
    [Fact]
    public void Who_is_let_go_is_traced_by_nobody()
    {
        using var dummy = DummyProcess.Start("make-calls");
        var pid = int.Parse(dummy.ReadLine()!);

        for (var i = 0; i < 100; i++)
        {
            var stepped = SteppedProcess.Stop(ProcFile.Numbers($"/proc/{pid}/task"), (_, _) => false, isNewestFirst: true)!;
            stepped.GoOn(beforeCalls: false).Should().BeTrue();
            stepped.Dispose();

            ProcFile.Numbers($"/proc/{pid}/task").Where(IsTraced).Should().BeEmpty("that was let go the {0}th time", i + 1);
        }

        bool IsTraced(int thread) => ProcFile.Text($"/proc/{pid}/task/{thread}/status")!.Contains("TracerPid:\t0\n", StringComparison.Ordinal) is false;
    }
}

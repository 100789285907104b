using FluentAssertions;
using Grader.Launch.Stacks;
using Xunit;

namespace Grader.Tests.Launch.Stacks;

public class SuspendedMethodsTests
{
    [Fact]
    public void An_await_of_a_childs_end_is_found_with_all_that_wait_behind_it()
    {
        using var dummy = DummyProcess.Start("await");

        var stack = dummy.In("System.Diagnostics.Process.WaitForExitAsync", StackReader.AwaitName);

        stack.Frames.Select(frame => (frame.Method, frame.Line)).Take(3).Should().Equal(
            ("System.Diagnostics.Process.WaitForExitAsync", 0),
            ("Dummy.Verbs.AwaitExit.Join", DummyProcess.LineOf("AwaitExit", "here")),
            ("Dummy.Verbs.AwaitExit.Run", DummyProcess.LineOf("AwaitExit", "outer")));
        stack.Frames[^1].Method.Should().Be("Program.Main");
    }

    [Fact]
    public void An_awaited_delay_is_named()
    {
        using var dummy = DummyProcess.Start("await-delay");

        var stack = dummy.In("System.Threading.Tasks.Task.Delay", StackReader.AwaitName);

        stack.Frames[1].Should().BeEquivalentTo(new { Method = "Dummy.Verbs.AwaitDelay.Run", Line = DummyProcess.LineOf("AwaitDelay", "here") });
    }

    [Fact]
    public void Waiting_for_any_of_several_shows_WhenAny()
    {
        using var dummy = DummyProcess.Start("await-any");

        var stack = dummy.In("System.Threading.Tasks.Task.WhenAny", StackReader.AwaitName);

        stack.Frames.Select(frame => frame.Method).Take(3).Should().Equal(
            "System.Diagnostics.Process.WaitForExitAsync", "System.Threading.Tasks.Task.WhenAny", "Dummy.Verbs.AwaitAny.Run");
        stack.Frames[2].Line.Should().Be(DummyProcess.LineOf("AwaitAny", "here"));
    }
}

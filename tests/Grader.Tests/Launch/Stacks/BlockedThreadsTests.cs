using FluentAssertions;
using Grader.Launch;
using Grader.Launch.Stacks;
using Xunit;

namespace Grader.Tests.Launch.Stacks;

public class BlockedThreadsTests
{
    [Fact]
    public void A_process_in_ReadLine_reads_its_standard_input()
    {
        using var dummy = DummyProcess.Start("read-line");

        var stack = dummy.In("Dummy.Verbs.ReadLine.Run");

        LearnersFirst(stack).Line.Should().Be(DummyProcess.LineOf("ReadLine", "here"));
        stack.Wait.Call.Should().BeOneOf("read", "poll");
        stack.Wait.Reads.Should().BeTrue();
        stack.Wait.Target.Should().StartWith("pipe:[");
        ProcessFiles.Read(dummy.Pid).Should().Contain(file => file.Descriptor == 0 && file.Target == stack.Wait.Target && file.Reads && !file.Writes);
    }

    [Fact]
    public void A_process_that_waits_for_a_named_mutex_tells_who_holds_it()
    {
        var name = $"dummy-{Guid.NewGuid():N}";
        using var holder = DummyProcess.Start("mutex", name);
        holder.ReadLine().Should().Be("taken");
        using var waiting = DummyProcess.Start("mutex", name);

        var stack = waiting.In("System.Threading.WaitHandle.WaitOneNoCheck", "Dummy");

        LearnersFirst(stack).Line.Should().Be(DummyProcess.LineOf("HoldMutex", "here"));
        stack.Wait.Call.Should().Be("futex");
        stack.Wait.Timed.Should().BeFalse();
        stack.Wait.Target.Should().EndWith(name);
        stack.Wait.HolderThread.Should().Be(holder.Pid);
    }

    [Fact]
    public void A_sleep_is_a_timed_wait_with_its_line()
    {
        using var dummy = DummyProcess.Start("sleep");

        var stack = dummy.In("System.Threading.Thread.Sleep");

        LearnersFirst(stack).Should().Be(new Frame("Dummy.Verbs.Sleep.Run", LearnersFirst(stack).File, DummyProcess.LineOf("Sleep", "here")));
        stack.Wait.Timed.Should().BeTrue();
    }

    [Fact]
    public void WaitForExit_is_an_untimed_wait_with_its_line()
    {
        using var dummy = DummyProcess.Start("wait-for-exit");

        var stack = dummy.In("System.Diagnostics.Process.WaitForExit");

        LearnersFirst(stack).Line.Should().Be(DummyProcess.LineOf("WaitForExit", "here"));
        stack.Wait.Should().Be(new KernelWait("futex"));
        StackReader.IsBarrierWait(stack).Should().BeFalse();
    }

    [Fact]
    public void A_barrier_waits_by_time_but_counts_as_parked()
    {
        using var dummy = DummyProcess.Start("barrier");

        var stack = dummy.In("System.Threading.Barrier.SignalAndWait");

        LearnersFirst(stack).Line.Should().Be(DummyProcess.LineOf("WaitAtBarrier", "here"));
        StackReader.IsBarrierWait(stack).Should().BeTrue();
    }

    [Fact]
    public void Lambdas_and_local_functions_carry_the_names_of_the_source()
    {
        using var dummy = DummyProcess.Start("lambda");

        var stack = dummy.In("System.Console.ReadLine");

        stack.Frames.Where(frame => frame.File is not null).Select(frame => frame.Method).Should().Equal("Dummy.Verbs.InLambda.Inner", "Dummy.Verbs.InLambda.Run");
        LearnersFirst(stack).Line.Should().Be(DummyProcess.LineOf("InLambda", "here"));
    }

    [Fact]
    public void One_thread_can_be_read_alone()
    {
        using var dummy = DummyProcess.Start("sleep");
        var all = dummy.In("System.Threading.Thread.Sleep");

        var one = StackReader.Read(dummy.Pid, all.ThreadId, DummyProcess.Lines);

        one!.Frames.Should().Equal(all.Frames);
    }

    [Fact]
    public void A_process_that_is_gone_has_no_stacks()
    {
        var dummy = DummyProcess.Start("sleep");
        dummy.Dispose();

        StackReader.Read(dummy.Pid, DummyProcess.Lines).Should().BeEmpty();
    }

    private static Frame LearnersFirst(ThreadStack stack) => stack.Frames.First(frame => frame.File is not null);
}

using FluentAssertions;
using Grader.Contract;
using Grader.Launch;
using Xunit;

namespace Grader.Tests.Launch;

/// <summary>Who lags gives everybody else every chance that he could give them, and no other.</summary>
public sealed class Slowness(Playground playground) : IClassFixture<Playground>
{
    private static readonly Point First = Point.Line(Who.AnyWorker, "first");
    private static readonly Point Second = Point.Line(Who.AnyWorker, "second");

    [Theory]
    [InlineData("", 1)]
    [InlineData("m.ReleaseMutex(); m.WaitOne();", 2)]
    public void A_lock_that_is_given_up_for_an_instant_is_taken_by_another(string between, int comeIn)
    {
        var program = $$"""
            if (args is ["--worker", _, var name])
            {
                using var m = new Mutex(false, name);
                try { m.WaitOne(); } catch (AbandonedMutexException) { }
                Console.WriteLine("first");
                {{between}}
                Console.WriteLine("second");
                m.ReleaseMutex();
                return;
            }

            var told = $"slow-{Guid.NewGuid():N}";
            using var kept = new Mutex(false, told);
            var workers = new[] { Start("w1", told), Start("w2", told), Start("w3", told) };
            Array.ForEach(workers, worker => worker.WaitForExit());
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(First, Second).Exactly(1, First).ReleaseSlowly(First).Exactly(comeIn, First));

        recording.Reached("first", beforeStep: 3).Should().Be(comeIn);
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Fact]
    public void Calls_that_fail_when_they_are_interrupted_are_not()
    {
        const string program = """
            if (args is ["--worker", ..])
            {
                new Thread(() => { epoll_wait(epoll_create1(0), new byte[12], 1, -1); Console.WriteLine("interrupted"); }) { IsBackground = true }.Start();
                Console.WriteLine("first");
                Console.WriteLine("second");
                return;
            }

            Start("w1").WaitForExit();

            [System.Runtime.InteropServices.DllImport("libc")] static extern int epoll_create1(int flags);
            [System.Runtime.InteropServices.DllImport("libc")] static extern int epoll_wait(int file, byte[] events, int most, int time);
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(First, Second).Exactly(1, First).ReleaseSlowly(First).Exactly(1, Second));

        recording.Lines().Should().Equal("first", "second");
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Theory]
    [InlineData("", "first", "second")]
    [InlineData("sender.Join();", "first", "second", "sent")]
    public void What_is_left_to_another_thread_comes_as_late_as_it_may(string end, params string[] lines)
    {
        var program = $$"""
            if (args is ["--worker", ..])
            {
                using var go = new SemaphoreSlim(0);
                var sender = new Thread(() => { go.Wait(); File.WriteAllText("sent", ""); }) { IsBackground = true };
                sender.Start();
                Console.WriteLine("first");
                go.Release();
                Console.WriteLine("second");
                {{end}}
                return;
            }

            Start("w1").WaitForExit();
            if (File.Exists("sent")) { File.Delete("sent"); Console.WriteLine("sent"); }
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(First).Exactly(1, First).OtherThreadsLag("w1"));

        recording.Lines().Should().Equal(lines);
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sender.Join();", "sent")]
    public void A_thread_that_has_only_just_been_started_lags_too(string end, params string[] lines)
    {
        var program = $$"""
            if (args is ["--worker", ..])
            {
                var sender = new Thread(() => File.WriteAllText("sent", "")) { IsBackground = true };
                sender.Start();
                {{end}}
                return;
            }

            Start("w1").WaitForExit();
            if (File.Exists("sent")) { File.Delete("sent"); Console.WriteLine("sent"); }
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(Point.Start("w1")).Exactly(1, Point.Start("w1")).OtherThreadsLag("w1"));

        recording.Lines().Should().Equal(lines);
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Theory]
    [InlineData("")]
    [InlineData("told.Wait();", "told")]
    public void What_main_leaves_to_a_continuation_comes_after_its_first_thread_has_gone_on(string end, params string[] lines)
    {
        var program = $$"""
            if (args is ["--worker", ..]) { return; }
            using var worker = Start("w1");
            var told = worker.WaitForExitAsync().ContinueWith(_ => Console.WriteLine("told"));
            worker.WaitForExit();
            {{end}}
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(Point.Exit("w1")).Exactly(1, Point.Exit("w1")).OtherThreadsLag("main"));

        recording.Lines().Should().Equal(lines);
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Fact]
    public void Who_burns_a_processor_until_a_laggard_has_gone_on_gets_by_in_the_end()
    {
        const string program = """
            if (args is ["--worker", ..])
            {
                return;
            }

            using var worker = Start("w1");
            var isOver = false;
            _ = worker.WaitForExitAsync().ContinueWith(_ => Volatile.Write(ref isOver, true));
            worker.WaitForExit();
            while (!Volatile.Read(ref isOver)) { }
            Console.WriteLine("over");
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(Point.Exit("w1")).Exactly(1, Point.Exit("w1")).OtherThreadsLag("main"));

        recording.Lines().Should().Equal("over");
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Fact]
    public void Whom_somebody_else_traces_cannot_lag_and_that_is_noted()
    {
        const string program = """
            if (args is ["--worker", ..]) { ptrace(0, 0, 0, 0); Console.WriteLine("first"); return; }
            Start("w1").WaitForExit();

            [System.Runtime.InteropServices.DllImport("libc")] static extern nint ptrace(nint request, int pid, nint address, nint data);
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(First).Exactly(1, First).ReleaseSlowly(First));

        recording.Signals.OfType<Signal.DidNotLag>().Select(one => one.Actor.Role).Should().Equal("w1");
        recording.Lines().Should().Equal("first");
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Fact]
    public void What_follows_the_slow_way_has_come_before_the_next_step()
    {
        const string program = """
            if (args is ["--worker", ..])
            {
                using var go = new SemaphoreSlim(0);
                var printer = new Thread(() => { Console.WriteLine("first"); go.Release(); Console.WriteLine("second"); });
                printer.Start();
                go.Wait();
                Console.Error.WriteLine("sent");
                printer.Join();
                return;
            }

            using var worker = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "w1"]) { RedirectStandardError = true })!;
            Console.WriteLine(worker.StandardError.ReadLine());
            worker.WaitForExit();
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(First, Second).Exactly(1, First).ReleaseSlowly(First).Exactly(0, Point.Line(Who.Main, "sent")));

        recording.Reached("second", beforeStep: 3).Should().Be(1);
        recording.Reached("sent", beforeStep: 3).Should().Be(1);
    }

    [Theory]
    [InlineData("return;")]
    [InlineData("Environment.Exit(0);")]
    [InlineData("Process.GetCurrentProcess().Kill();")]
    public void Who_ends_while_he_goes_slowly_is_gone(string how)
    {
        var program = $$"""
            if (args is ["--worker", ..])
            {
                Console.WriteLine("first");
                {{how}}
            }

            if (args is []) { Start("w1").WaitForExit(); Console.WriteLine("joined"); }
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(First).Exactly(1, First).ReleaseSlowly(First).Must(Point.Line(Who.Main, "joined")));

        recording.Lines().Should().Equal("first", "joined");
        recording.End().Should().Be(RunEnd.Ended);
    }
}

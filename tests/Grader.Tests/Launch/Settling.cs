using FluentAssertions;
using Grader.Contract;
using Grader.Launch;
using Xunit;

namespace Grader.Tests.Launch;

/// <summary>"Nobody can go on by himself" is proven when it is true, and only then.</summary>
public sealed class Settling(Playground playground) : IClassFixture<Playground>
{
    [Fact]
    public void A_worker_that_pretends_to_work_for_a_while_is_waited_for()
    {
        const string program = """
            if (args is ["--worker", ..]) { new ManualResetEvent(false).WaitOne(300); Console.WriteLine("worked"); return; }
            Start("w").WaitForExit();
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(Point.Line("w", "worked")).Must(Point.Line("w", "worked")));

        recording.HeldBefore(1).Should().Equal("w");
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Fact]
    public void A_worker_that_pretends_to_work_in_many_small_steps_does_not_poll()
    {
        const string program = """
            if (args is ["--worker", ..]) { for (var i = 0; i < 70; i++) { new ManualResetEvent(false).WaitOne(20); } Console.WriteLine("worked"); return; }
            Start("w").WaitForExit();
            """;

        var recording = playground.Play(program, Playground.Scenario());

        recording.End().Should().Be(RunEnd.Ended);
        recording.Lines().Should().Equal("worked");
    }

    [Fact]
    public void A_worker_that_asks_again_and_again_for_ever_polls()
    {
        const string program = """
            if (args is ["--worker", ..]) { while (!File.Exists("never")) { new ManualResetEvent(false).WaitOne(20); } return; }
            Start("w").WaitForExit();
            """;

        var recording = playground.Play(program, Playground.Scenario());

        recording.End().Should().Be(RunEnd.Polling);
        recording.Signals.OfType<Signal.Polled>().Single().Actor.Role.Should().Be("w");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void Who_lets_a_timer_tick_while_he_waits_for_ever_polls(int every)
    {
        var program = $$"""
            using var timer = new Timer(_ => { }, null, 0, {{every}});
            new ManualResetEvent(false).WaitOne();
            """;

        var recording = playground.Play(program, Playground.Scenario());

        recording.End().Should().Be(RunEnd.Polling);
    }

    [Fact]
    public void A_timer_that_ticks_beside_work_is_no_polling()
    {
        // The work is done in the pool, and nobody says anything for a while.
        const string program = """
            if (args is ["--worker", ..])
            {
                using var timer = new Timer(_ => { }, null, 0, 1);
                var sum = 0.0;
                Task.Run(() => { for (var i = 0; i < 30_000_000; i++) { sum += Math.Sqrt(i); } }).Wait();
                Console.WriteLine(sum > 0);
                return;
            }
            Start("w").WaitForExit();
            """;
        using var busy = new Grader.Cli.BusyLoops(4 * Environment.ProcessorCount);

        var recording = playground.Play(program, Playground.Scenario());

        recording.End().Should().Be(RunEnd.Ended);
        recording.Lines().Should().Equal("True");
    }

    [Fact]
    public void Two_processes_that_wait_for_each_other_are_a_deadlock()
    {
        const string program = """
            if (args is ["--worker", ..]) { Console.In.ReadLine(); return; }
            var start = new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "w"]) { RedirectStandardInput = true };
            Process.Start(start)!.WaitForExit();
            """;

        var recording = playground.Play(program, Playground.Scenario());

        recording.End().Should().Be(RunEnd.Deadlock);
        recording.Signals.OfType<Signal.Stacks>().Select(stacks => stacks.Actor.Role).Should().BeEquivalentTo("main", "w");
    }

    [Fact]
    public void Threads_at_a_barrier_are_parked_although_the_barrier_waits_in_slices_of_time()
    {
        const string program = """
            var barrier = new Barrier(2);
            barrier.SignalAndWait();
            """;

        playground.Play(program, Playground.Scenario()).End().Should().Be(RunEnd.Deadlock);
    }

    [Fact]
    public void Bytes_that_the_kernel_holds_back_for_a_while_are_no_deadlock()
    {
        // Two small writes and a delayed acknowledgement: Nagle's algorithm keeps the second for about 40 ms while both ends are blocked.
        const string program = """
            using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
            listener.Start();
            var client = new System.Net.Sockets.TcpClient();
            client.Connect((System.Net.IPEndPoint)listener.LocalEndpoint);
            using var server = listener.AcceptTcpClient();
            var reader = new Thread(() => { var s = server.GetStream(); s.ReadExactly(new byte[2]); s.Write(new byte[1]); });
            reader.Start();
            var stream = client.GetStream();
            for (var i = 0; i < 2; i++) { stream.Write(new byte[1]); }
            stream.ReadExactly(new byte[1]);
            reader.Join();
            client.Dispose();
            """;

        playground.Play(program, Playground.Scenario()).End().Should().Be(RunEnd.Ended);
    }

    [Fact]
    public void More_blocked_pool_workers_than_processors_are_no_deadlock()
    {
        const string program = """
            using var all = new CountdownEvent(20);
            var tasks = Enumerable.Range(0, 20).Select(_ => Task.Run(() => { all.Signal(); all.Wait(); })).ToArray();
            Task.WaitAll(tasks);
            Console.WriteLine("met");
            """;

        var recording = playground.Play(program, Playground.Scenario());

        recording.End().Should().Be(RunEnd.Ended);
        recording.Lines().Should().Equal("met");
    }

    [Theory]
    [InlineData("while (!p.HasExited) { Thread.Sleep(10); }")]
    [InlineData("while (!p.HasExited) { }")]
    [InlineData("while (!p.WaitForExit(20)) { }")]
    [InlineData("while (!p.HasExited) { await Task.Delay(10); }")]
    public void Asking_again_and_again_is_polling(string wait)
    {
        var program = $$"""
            if (args is ["--worker", ..]) { return; }
            var p = Start("w");
            {{wait}}
            await Task.CompletedTask;
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(Point.Start("w")).Must(Point.Start("w")));

        recording.End().Should().Be(RunEnd.Polling);
        recording.Signals.OfType<Signal.Polled>().Single().Actor.Role.Should().Be("main");
    }

    [Fact]
    public void Who_yields_in_a_loop_polls_although_a_busy_machine_gives_him_no_time_to_burn()
    {
        const string program = """
            if (args is ["--worker", ..]) { return; }
            using var worker = Start("w");
            while (!worker.HasExited) { Thread.Yield(); }
            """;
        using var busy = new Grader.Cli.BusyLoops(4 * Environment.ProcessorCount);

        var recording = playground.Play(program, Playground.Scenario().Hold(Point.Start("w")).Must(Point.Start("w")));

        recording.End().Should().Be(RunEnd.Polling);
    }

    [Theory]
    [InlineData("Thread.Sleep(200);")]
    [InlineData("p.WaitForExit(200);")]
    [InlineData("await Task.Delay(200);")]
    [InlineData("Task.Run(() => Thread.Sleep(200)).Wait();")]
    [InlineData("var t = new Thread(() => Thread.Sleep(200)); t.Start(); t.Join();")]
    [InlineData("var over = new ManualResetEvent(false); ThreadPool.RegisterWaitForSingleObject(new ManualResetEvent(false), (_, _) => over.Set(), null, 1500, true); over.WaitOne();")]
    [InlineData("poll(0, 0, 1500);")]
    public void Main_that_waits_by_time_is_seen(string wait)
    {
        var program = $$"""
            if (args is ["--worker", ..]) { return; }
            var p = Start("w");
            {{wait}}
            p.WaitForExit();
            await Task.CompletedTask;

            [System.Runtime.InteropServices.DllImport("libc")]
            static extern int poll(nint files, nint count, int milliseconds);
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(Point.Start("w")).Must(Point.Start("w")));

        recording.Signals.OfType<Signal.WaitedByTime>().Select(waited => waited.Actor.Role).Should().Contain("main");
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Fact]
    public void Main_that_may_wait_by_time_until_somebody_ends_has_time_to_notice_that_end()
    {
        const string program = """
            if (args is ["--worker", ..]) { return; }
            var worker = Start("w");
            var over = new ManualResetEvent(false);
            new Thread(() =>
            {
                worker.WaitForExit();
                for (var clock = Stopwatch.StartNew(); clock.ElapsedMilliseconds < 200;) { }
                over.Set();
            }).Start();
            over.WaitOne(60_000);
            """;

        var recording = playground.Play(program, Playground.Scenario().MainMayWaitByTimeUntil(Point.End("w")));

        recording.End().Should().Be(RunEnd.Ended);
        recording.Signals.SkipWhile(signal => signal is not Signal.Gone { Actor.Role: "w" }).OfType<Signal.WaitedByTime>().Should().BeEmpty();
    }

    [Fact]
    public void A_nap_of_the_runtime_after_the_last_line_of_main_is_nobodys_waiting_by_time()
    {
        // What the C library does at the end of a process is told to sleep for a while: so does the runtime, under load.
        const string program = """
            __cxa_atexit(System.Runtime.InteropServices.NativeLibrary.GetExport(System.Runtime.InteropServices.NativeLibrary.Load("libc.so.6"), "usleep"), 400_000, 0);

            [System.Runtime.InteropServices.DllImport("libc")]
            static extern int __cxa_atexit(nint function, nint argument, nint library);
            """;

        var recording = playground.Play(program, Playground.Scenario());

        recording.Signals.OfType<Signal.WaitedByTime>().Should().BeEmpty();
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Theory]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => Thread.Sleep(300);")]
    [InlineData("System.Runtime.Loader.AssemblyLoadContext.Default.Unloading += _ => Thread.Sleep(300);")]
    [InlineData("LateCleaner.Forget(); GC.Collect(); GC.WaitForPendingFinalizers();")]
    public void What_the_program_does_on_the_finalizers_thread_is_waited_for_and_told(string late)
    {
        var program = $$"""
            {{late}}

            sealed class LateCleaner
            {
                [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
                public static void Forget() => _ = new LateCleaner();

                ~LateCleaner() => new ManualResetEvent(false).WaitOne(300);
            }
            """;

        var recording = playground.Play(program, Playground.Scenario().Must(Point.Exit("main")));

        recording.End().Should().Be(RunEnd.Ended);
        recording.Signals.OfType<Signal.WaitedByTime>().Select(waited => waited.Actor.Role).Should().Equal("main");
        recording.Signals.OfType<Signal.Stacks>().Should().BeEmpty("what is expected came, though late");
    }

    [Fact]
    public void The_end_of_a_child_is_not_lost_while_its_parent_is_looked_at()
    {
        const int anHour = 3_600_000;
        var program = $$"""
            if (args is ["--worker", ..]) { return; }
            for (var i = 0; i < 10; i++) { Start($"w{i}").WaitForExit({{anHour}}); }
            """;

        var recording = playground.Play(program, Playground.Scenario());

        recording.Signals.OfType<Signal.WaitedByTime>().Select(waited => waited.Actor.Role).Should().Contain("main");
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Fact]
    public void A_time_out_that_a_socket_keeps_is_seen()
    {
        const string program = """
            if (args is ["--worker", ..]) { return; }
            using var both = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
            both.Start();
            using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp) { ReceiveTimeout = 300 };
            socket.Connect(both.LocalEndpoint);
            try { socket.Receive(new byte[1]); } catch (System.Net.Sockets.SocketException) { Console.WriteLine("gave up"); }
            """;

        var recording = playground.Play(program, Playground.Scenario().Must(Point.Line("main", "gave up")));

        recording.Signals.OfType<Signal.WaitedByTime>().Select(waited => waited.Actor.Role).Should().Contain("main");
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Theory]
    [InlineData("Thread.Sleep(60_000);")]
    [InlineData("var sleeper = new Thread(() => Console.In.Read()); sleeper.Start(); sleeper.Join(TimeSpan.FromMinutes(1));")]
    [InlineData("await Task.Delay(60_000);")]
    public void A_worker_that_waits_for_long_in_one_piece_neither_polls_nor_works(string wait)
    {
        var program = $$"""
            if (args is ["--worker", ..]) { {{wait}} return; }
            Start("w").WaitForExit();
            await Task.CompletedTask;
            """;

        var recording = playground.Play(program, Playground.Scenario().WithOpenInput());

        recording.Signals.OfType<Signal.WaitedByTime>().Where(waited => waited.IsTooLong).Select(waited => waited.Actor.Role).Distinct().Should().Equal("w");
        recording.End().Should().Be(RunEnd.Timed);
    }

    [Theory]
    [InlineData("p.WaitForExit();")]
    [InlineData("await p.WaitForExitAsync();")]
    [InlineData("await Task.WhenAll(p.WaitForExitAsync(), Task.Run(p.WaitForExit));")]
    public void Main_that_waits_for_the_end_does_not_wait_by_time(string wait)
    {
        var program = $$"""
            if (args is ["--worker", ..]) { return; }
            var p = Start("w");
            {{wait}}
            await Task.CompletedTask;
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(Point.Exit("w")).Must(Point.Exit("w")).Never(Point.Exit("main")));

        recording.Signals.OfType<Signal.WaitedByTime>().Should().BeEmpty();
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Fact]
    public void The_pools_waiting_thread_that_has_nothing_left_to_wait_for_waits_for_nobody_by_time()
    {
        const string program = """
            if (args is ["--worker", ..]) { return; }
            var (slow, quick) = (Start("slow"), Start("quick"));
            await quick.WaitForExitAsync();
            slow.WaitForExit();
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(Point.Exit("slow")).Must(Point.Exit("slow"), Point.End("quick")).Never(Point.Exit("main")));

        recording.Signals.OfType<Signal.WaitedByTime>().Should().BeEmpty();
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Fact]
    public void A_child_that_has_ended_and_is_not_reaped_yet_is_nobody_new()
    {
        const string program = """
            if (args is ["--worker", ..]) { return; }
            posix_spawn(out var pid, Environment.ProcessPath!, 0, 0, ["kata", "--worker", "w", null], ["PATH=/bin", null]);
            waitid(1, pid, new byte[256], 4 | 0x01000000); // its end, but without reaping it
            Console.WriteLine("ended");
            waitpid(pid, 0, 0);

            [System.Runtime.InteropServices.DllImport("libc")]
            static extern int posix_spawn(out int pid, string path, nint actions, nint attributes, string?[] arguments, string?[] environment);
            [System.Runtime.InteropServices.DllImport("libc")]
            static extern int waitid(int kind, int pid, byte[] info, int options);
            [System.Runtime.InteropServices.DllImport("libc")]
            static extern int waitpid(int pid, nint status, int options);
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(Point.Line("main", "ended")).Must(Point.Line("main", "ended"), Point.End("w")));

        recording.Signals.OfType<Signal.Unseen>().Should().BeEmpty();
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Fact]
    public void A_worker_that_is_killed_while_it_says_hello_is_no_forger()
    {
        // Each a little later than the one before: some die before their hello, some after, and some while the kernel is asked who said it.
        const string program = """
            if (args is ["--worker", ..]) { return; }
            for (var i = 0; i < 60; i++)
            {
                var worker = Start($"w{i}");
                worker.WaitForExit(25 + i);
                worker.Kill();
                worker.WaitForExit();
            }
            """;

        var scenario = Playground.Scenario() with { Outcome = Outcome.Nothing.WithWorkers(Enumerable.Range(0, 60).Select(i => $"w{i}")) };
        var recording = playground.Play(program, scenario);

        recording.Signals.OfType<Signal.Forged>().Should().BeEmpty();
        recording.End().Should().Be(RunEnd.Ended);
        recording.Signals.OfType<Signal.Appeared>().Where(appeared => appeared.Actor.Role != "main" && !appeared.Actor.IsKata).Should().BeEmpty();
    }
}

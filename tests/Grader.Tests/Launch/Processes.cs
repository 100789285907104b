using FluentAssertions;
using Grader.Contract;
using Grader.Launch;
using Xunit;

namespace Grader.Tests.Launch;

/// <summary>What the grader says of processes is what the kernel says of them.</summary>
public sealed class Processes(Playground playground) : IClassFixture<Playground>
{
    [Theory]
    [InlineData("return 3;", 3, null)]
    [InlineData("Environment.Exit(4); return 0;", 4, null)]
    [InlineData("throw new Exception(\"boom\");", null, 6)]
    [InlineData("Process.GetCurrentProcess().Kill(); return 0;", null, 9)]
    public void A_workers_end_is_told_as_it_was(string body, int? code, int? signal)
    {
        var program = $$"""
            if (args is ["--worker", ..]) { {{body}} }
            Start("w").WaitForExit();
            return 0;
            """;

        var recording = playground.Play(program, Playground.Scenario());

        recording.EndOf("w").Should().Be(new ExitStatus(code, signal));
        recording.EndOf("main").Should().Be(new ExitStatus(0, null));
    }

    [Fact]
    public void A_worker_that_main_leaves_behind_is_found_however_late_it_comes()
    {
        const string program = """
            if (args is ["--worker", ..]) { Console.WriteLine("alone"); return; }
            Start("w");
            """;

        var recording = playground.Play(program, Playground.Scenario());

        recording.Lines().Should().Equal("alone");
        var leaving = recording.Signals.OfType<Signal.Gone>().Select(gone => gone.Actor.Role);
        leaving.Should().Equal("main", "w");
    }

    [Fact]
    public void A_shell_between_main_and_its_worker_leaves_traces()
    {
        const string program = """
            if (args is ["--worker", ..]) { return; }
            Process.Start("/bin/sh", ["-c", $"exec '{Environment.ProcessPath}' --worker w"]).WaitForExit();
            Start("v").WaitForExit();
            """;

        var recording = playground.Play(program, Playground.Scenario());

        recording.Actor("w").CameThroughShell.Should().BeTrue();
        recording.Actor("v").CameThroughShell.Should().BeFalse();
    }

    [Fact]
    public void What_does_not_come_through_WriteLine_is_stray_and_pieces_are_one_line()
    {
        const string program = """
            using (var raw = Console.OpenStandardOutput()) { raw.Write("raw\n"u8); }
            Console.Write("in ");
            Console.Write("pieces\n");
            """;

        var recording = playground.Play(program, Playground.Scenario());

        recording.Signals.OfType<Signal.StrayOutput>().Select(stray => stray.Text).Should().Equal("raw\n");
        recording.Lines().Should().Equal("in pieces");
    }

    [Fact]
    public void A_redirected_output_is_a_message_and_passes_no_gate()
    {
        const string program = """
            if (args is ["--worker", ..]) { Console.WriteLine("message"); return; }
            var start = new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "w"]) { RedirectStandardOutput = true };
            using var worker = Process.Start(start)!;
            Console.WriteLine("got " + worker.StandardOutput.ReadToEnd().Trim());
            worker.WaitForExit();
            """;

        var recording = playground.Play(program, Playground.Scenario());

        recording.Lines().Should().Equal("got message");
        recording.Actor("w").PrintsToMain.Should().BeFalse();
    }

    [Fact]
    public void Who_is_held_at_a_line_does_not_keep_his_other_threads_from_standard_error()
    {
        const string program = """
            if (args is ["--worker", ..])
            {
                var sender = new Thread(() => Console.Error.WriteLine(Console.ReadLine()));
                sender.Start();
                Console.WriteLine("first");
                sender.Join();
                return;
            }

            using var worker = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "w1"]) { RedirectStandardInput = true, RedirectStandardError = true })!;
            worker.StandardInput.WriteLine(Console.ReadLine());
            Console.WriteLine(worker.StandardError.ReadLine());
            worker.WaitForExit();
            """;
        var first = Point.Line("w1", "first");

        var recording = playground.Play(program, Playground.Scenario().Hold(first).Exactly(1, first).Type("sent").Must(Point.Line(Who.Main, "sent")));

        recording.Lines().Should().Equal("sent", "first");
        recording.End().Should().Be(RunEnd.Ended);
    }

    [Fact]
    public void Files_that_stay_are_leftovers()
    {
        const string program = """
            File.WriteAllText(Path.Combine(Path.GetTempPath(), "left"), "");
            using var shared = new FileStream($"/dev/shm/left-{Environment.ProcessId}", FileMode.Create);
            Console.WriteLine("made");
            File.Delete($"/dev/shm/left-{Environment.ProcessId}-other");
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(Point.FirstLine("main")).Must(Point.FirstLine("main")));

        var left = recording.Signals.OfType<Signal.Leftover>().Select(leftover => leftover.Path).ToList();
        left.Should().HaveCount(2).And.Contain("left").And.Contain(path => path.StartsWith("/dev/shm/left-"));
        left.Where(path => path.StartsWith('/')).ToList().ForEach(File.Delete);
    }

    [Fact]
    public void A_killed_process_is_gone_and_the_others_go_on()
    {
        const string program = """
            if (args is ["--worker", ..]) { Console.WriteLine("here"); return 0; }
            using var w = Start("w");
            w.WaitForExit();
            Console.WriteLine($"{w.ExitCode}");
            return 0;
            """;

        var recording = playground.Play(program, Playground.Scenario().Hold(Point.FirstLine("w")).KillOneAt(Point.FirstLine("w")).Must(Point.End("w")));

        recording.Lines().Should().Equal("137");
        recording.EndOf("w").Signal.Should().Be(9);
    }

    [Theory]
    [InlineData("using var w = Start(\"w\"); w.Kill(); w.WaitForExit();", true)]
    [InlineData("", false)]
    public void A_worker_that_is_killed_before_anybody_could_see_it_was_there_all_the_same(string body, bool hadSome)
    {
        var program = $$"""
            if (args is ["--worker", ..]) { return; }
            {{body}}
            """;

        var recording = playground.Play(program, Playground.Scenario());

        var seen = recording.Signals.OfType<Signal.Appeared>().Any(appeared => appeared.Actor.Role == "w");
        (seen || recording.Signals.OfType<Signal.Unseen>().Any()).Should().Be(hadSome);
    }
}

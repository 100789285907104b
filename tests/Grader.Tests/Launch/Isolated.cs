using FluentAssertions;
using Grader.Build;
using Grader.Contract;
using Grader.Launch;
using Katas.Tests.Spec;
using Xunit;
using BuildWorkshop = Grader.Tests.Build.Workshop;

namespace Grader.Tests.Launch;

/// <summary>What a run can reach of the machine, and that the grader sees it all the same.</summary>
public sealed class Isolated : IDisposable
{
    private readonly BuildWorkshop workshop = new();
    private readonly string own = Repository.Below($"kata-test-{Guid.NewGuid():N}");

    [Theory]
    [InlineData(Sandbox.Auto)]
    [InlineData(Sandbox.Plain)]
    public void Neither_the_solutions_nor_what_is_expected_can_be_read_and_nothing_can_be_written(Sandbox sandbox)
    {
        var program = $$"""
            foreach (var path in new[] { "solutions/05-one-after-another/Program.cs", "README.md", "tests/Katas.Tests/05-OneAfterAnother.cs" })
            {
                Try("read", () => File.ReadAllText(Path.Combine("{{Repository.Root}}", path)));
            }

            Try("listed", () => Directory.GetFiles("{{Repository.Root}}").Single());
            Try("written", () => File.WriteAllText("{{own}}", ""));
            Try("written in its folders", () => { File.WriteAllText("w", ""); File.WriteAllText(Path.GetTempFileName(), ""); File.WriteAllText("/dev/null", ""); });
            foreach (var file in Directory.GetFiles(Path.GetTempPath())) { File.Delete(file); }
            static void Try(string what, Action action)
            {
                try { action(); Console.WriteLine(what); }
                catch (Exception denied) when (denied is IOException or UnauthorizedAccessException or InvalidOperationException) { }
            }
            """;

        var (recording, protection) = Play(program, sandbox);

        if (protection.Files)
        {
            recording.Lines().Should().Equal("written in its folders");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_network_is_there_only_when_it_is_allowed(bool allowed)
    {
        const string program = """
            Console.WriteLine(System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces().Count(one => one.NetworkInterfaceType != System.Net.NetworkInformation.NetworkInterfaceType.Loopback));
            """;
        var here = System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces()
            .Count(one => one.NetworkInterfaceType != System.Net.NetworkInformation.NetworkInterfaceType.Loopback);

        var (recording, protection) = Play(program, Sandbox.Auto, allowed);

        recording.Lines().Should().Equal($"{(protection.Network ? here : 0)}");
        protection.Network.Should().Be(allowed || !protection.Namespaces);
    }

    [Theory]
    [InlineData(Sandbox.Auto)]
    [InlineData(Sandbox.Plain)]
    public void Nothing_of_a_launcher_stays(Sandbox sandbox)
    {
        string folder;
        using (var launcher = new Launcher { Isolation = new Isolation { Sandbox = sandbox } })
        {
            folder = launcher.Folder;
            launcher.Protection.Namespaces.Should().Be(sandbox == Sandbox.Auto && launcher.Protection.WhyNot.Length == 0);
            Directory.Exists(folder).Should().BeTrue();
        }

        Directory.Exists(folder).Should().BeFalse();
        Directory.Exists(Path.Combine("/dev/shm", Path.GetFileName(folder))).Should().BeFalse();
    }

    [Fact]
    public void What_stays_in_the_runs_own_shared_memory_is_found()
    {
        const string program = """
            using var shared = new FileStream("/dev/shm/left", FileMode.Create);
            Console.WriteLine(string.Join(' ', Directory.GetFiles("/dev/shm")));
            """;

        var (recording, protection) = Play(program, Sandbox.Auto, hold: true);

        if (protection.Namespaces)
        {
            recording.Signals.OfType<Signal.Leftover>().Select(left => left.Path).Should().Equal("/dev/shm/left");
            recording.Lines().Should().Equal("/dev/shm/left");
            File.Exists("/dev/shm/left").Should().BeFalse();
        }
        else
        {
            File.Delete("/dev/shm/left");
        }
    }

    [Fact]
    public void A_stack_is_that_of_the_thread_it_is_said_to_be_of()
    {
        const string program = """
            var other = new Thread(Stand) { IsBackground = true };
            other.Start();
            Wait();
            static void Stand() => new ManualResetEvent(false).WaitOne();
            static void Wait() => new ManualResetEvent(false).WaitOne();
            """;

        var (recording, _) = Play(program, Sandbox.Auto);

        var main = recording.Actor("main");
        var threads = recording.Signals.OfType<Signal.Stacks>().Single().Threads;
        threads.Single(thread => thread.ThreadId == main.Pid).Frames.Should().Contain(frame => frame.Method.Contains("Wait", StringComparison.Ordinal) && frame.File != null);
        threads.Should().Contain(thread => thread.ThreadId != main.Pid && thread.Frames.Any(frame => frame.Method.Contains("Stand", StringComparison.Ordinal)));
    }

    public void Dispose()
    {
        File.Delete(own);
        workshop.Dispose();
    }

    private (Recording Recording, Protection Protection) Play(string source, Sandbox sandbox, bool allowNetwork = false, bool hold = false)
    {
        var program = workshop.Build(("Program.cs", source)) is BuildResult.Built built ? built.Program : throw new InvalidOperationException("It does not compile.");
        using var launcher = new Launcher { Isolation = new Isolation { Sandbox = sandbox, AllowNetwork = allowNetwork, Hidden = [Repository.Root] } };
        var scenario = Playground.Scenario();
        return (launcher.Play(program, hold ? scenario.Hold(Point.FirstLine("main")).Must(Point.FirstLine("main")) : scenario), launcher.Protection);
    }
}

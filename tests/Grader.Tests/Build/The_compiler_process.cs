using System.Diagnostics;
using FluentAssertions;
using Grader.Build;
using Xunit;

namespace Grader.Tests.Build;

[Collection(nameof(Workshop))]
public sealed class The_compiler_process(Workshop workshop)
{
    [Fact]
    public void Compiles_for_many_callers_at_once()
    {
        var results = new BuildResult[8];

        Parallel.For(0, results.Length, i => results[i] = workshop.Build(("Program.cs", $"Console.WriteLine({i});")));

        results.Should().AllBeOfType<BuildResult.Built>();
    }

    [Fact]
    public async Task Is_warm_before_it_is_needed_and_needs_no_warming_up()
    {
        using var compiler = new Compiler();
        await Task.WhenAll(compiler.WarmUpAsync(), compiler.WarmUpAsync());

        compiler.Build(workshop.Submission("01-cpu-count", ("Program.cs", "Console.WriteLine();")), null, workshop.NewFolder(), "/s").Should().BeOfType<BuildResult.Built>();
    }

    [Fact]
    public void Ends_when_its_input_ends()
    {
        var start = new ProcessStartInfo(DotnetInstallation.Host, [typeof(Compiler).Assembly.Location, "compiler"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(start)!;

        process.StandardInput.Close();

        process.WaitForExit(TimeSpan.FromMinutes(2)).Should().BeTrue();
        process.ExitCode.Should().Be(0);
    }

    [Fact]
    public void Is_gone_with_its_compiler_which_then_refuses_to_build()
    {
        var compiler = new Compiler();
        compiler.Build(workshop.Submission("01-cpu-count", ("Program.cs", "Console.WriteLine();")), null, workshop.NewFolder(), "/s");

        compiler.Dispose();
        compiler.Dispose();

        var build = () => compiler.Build(workshop.Submission("01-cpu-count", ("Program.cs", "")), null, workshop.NewFolder(), "/s");
        build.Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public void Says_trouble_and_not_failure_when_the_machine_does_not_let_it_write()
    {
        var file = Path.Combine(workshop.Submission("01-cpu-count", ("Program.cs", "Console.WriteLine();")).Folder, "Program.cs");

        workshop.Compiler.Build(new Submission("01-cpu-count", Path.GetDirectoryName(file)!), null, Path.Combine(file, "out"), "/s")
            .Should().BeOfType<BuildResult.Trouble>().Which.Reason.Should().NotBeEmpty();
    }
}

using FluentAssertions;
using Grader.Build;
using Xunit;

namespace Grader.Tests.Build;

[Collection(nameof(Workshop))]
public sealed class A_built_program(Workshop workshop)
{
    [Fact]
    public void Runs_with_an_empty_environment_and_is_its_own_executable()
    {
        var program = workshop.Program("""
            Console.WriteLine(Environment.ProcessPath == args[0] ? "I am the program" : Environment.ProcessPath);
            """);

        workshop.Run(program, program.Executable).Should().Be("I am the program");
    }

    [Fact]
    public void Can_start_itself_as_a_worker_without_any_environment()
    {
        var program = workshop.Program("""
            using System.Diagnostics;
            if (args.Length > 0)
            {
                Console.WriteLine($"{args[0]} sees {Environment.GetEnvironmentVariables().Count} variables");
                return;
            }

            var start = new ProcessStartInfo(Environment.ProcessPath!, ["worker"]);
            start.Environment.Clear();
            using var worker = Process.Start(start)!;
            worker.WaitForExit();
            """);

        workshop.Run(program).Should().Be("worker sees 0 variables");
    }

    [Theory]
    [InlineData("if (args is [\"--worker\", ..]) { A(); return; }\nB();")]
    [InlineData("if (args is not [\"--worker\", ..]) { B(); return; }\nA();")]
    [InlineData("switch (args) { case [\"--worker\", var name]: A(); break; default: B(); break; }")]
    [InlineData("var isWorker = args.Length > 0 && args[0] == \"--worker\";\nif (isWorker) A(); else B();")]
    [InlineData("const string Word = \"--worker\";\nvar done = args.FirstOrDefault() == Word ? A() : B();")]
    [InlineData("return args switch { [\"--worker\", ..] => A(), _ => B() };")]
    public void Knows_which_of_its_calls_only_workers_make(string dispatch)
    {
        var facts = workshop.Program(dispatch + "\nstatic int A() { Console.WriteLine(1); return 0; }\nstatic int B() { Console.WriteLine(2); return 0; }").Facts;
        var sides = new Grader.Why.Source.Sides(facts);

        facts.Calls.Single(call => call.Name == "A").InWorkerBranch.Should().BeTrue();
        facts.Calls.Single(call => call.Name == "B").InWorkerBranch.Should().BeFalse();
        facts.Calls.Where(call => call.Name == "WriteLine").Select(sides.IsOfWorkers).Should().Equal(true, false);
        facts.Calls.Where(call => call.Name == "WriteLine").Select(sides.IsOfMain).Should().Equal(false, true);
    }

    [Fact]
    public void Has_the_usings_that_every_console_application_has()
    {
        var program = workshop.Program("""
            var list = new List<int> { 1, 2, 3 };
            await Task.Run(() => Console.WriteLine(list.Sum() + " " + Path.GetFileName("/a/b") + " " + (typeof(HttpClient) is null) + " " + Thread.CurrentThread.IsBackground));
            """);

        workshop.Run(program).Should().Be("6 b False True");
    }

    [Fact]
    public void May_use_the_generators_of_the_SDK()
    {
        var program = workshop.Program("""
            using System.Runtime.InteropServices;
            using System.Text.Json.Serialization;
            using System.Text.RegularExpressions;

            Console.WriteLine($"{Native.Pid() == Environment.ProcessId} {Patterns.Number().Match("abc 42").Value} {System.Text.Json.JsonSerializer.Serialize(new Item(7), Json.Default.Item)}");

            static partial class Native
            {
                [LibraryImport("libc", EntryPoint = "getpid")]
                public static partial int Pid();
            }

            static partial class Patterns
            {
                [GeneratedRegex("[0-9]+")]
                public static partial Regex Number();
            }

            record Item(int Size);

            [JsonSerializable(typeof(Item))]
            partial class Json : JsonSerializerContext;
            """);

        workshop.Run(program).Should().Be("True 42 {\"Size\":7}");
    }

    [Fact]
    public void May_be_unsafe_and_is_built_for_debugging_net10()
    {
        var program = workshop.Program("""
            unsafe { int x = 3; int* p = &x; Console.Write(*p); }
            #if DEBUG && NET10_0_OR_GREATER && NET5_0_OR_GREATER
            Console.Write(" " + AppContext.TargetFrameworkName);
            #endif
            """);

        workshop.Run(program).Should().Be("3 .NETCoreApp,Version=v10.0");
    }

    [Fact]
    public void Names_the_learners_file_and_line_in_a_stack_trace()
    {
        var result = workshop.Build(("deep/er/Thrower.cs", "class Thrower\n{\n    public static int Throw() => throw new Exception(\"no\");\n}\n"), ("Program.cs", "Thrower.Throw();"));
        var program = result.Should().BeOfType<BuildResult.Built>().Which.Program;

        workshop.Run(program).Should().Contain("deep/er/Thrower.cs:line 3").And.Contain("Program.cs:line 1");
    }

    [Fact]
    public void Has_a_pool_that_neither_waits_by_time_nor_starves()
    {
        var program = workshop.Program("""
            ThreadPool.GetMinThreads(out var workers, out _);
            Console.Write(workers);
            Console.Write(" " + AppContext.GetData("System.Threading.ThreadPool.ThreadTimeoutMs"));
            Console.Write(" " + System.Runtime.GCSettings.IsServerGC + " " + System.Runtime.GCSettings.LatencyMode);
            """);

        workshop.Run(program).Should().Be("256 -1 False Batch");
    }

    [Fact]
    public void Carries_the_probe_and_the_socket_of_its_run_in_its_own_settings()
    {
        var program = workshop.Program("Console.WriteLine();");

        var settings = RunSettings.Of(program);
        File.Exists((string)settings["STARTUP_HOOKS"]!).Should().BeTrue();
        ((string)settings["Grader.Socket"]!).Should().Be("/nowhere/socket");
    }

    [Fact]
    public void Can_be_prepared_again_for_another_socket()
    {
        var program = workshop.Program("Console.WriteLine(AppContext.GetData(\"Grader.Socket\"));");

        var second = ProgramFolder.Prepare(program, workshop.NewFolder(), "/elsewhere/socket");

        workshop.Run(second).Should().Be("/elsewhere/socket");
        workshop.Run(program).Should().Be("/nowhere/socket");
    }

    [Fact]
    public void Gets_the_toolkit_from_kata_14_on_and_may_have_a_type_of_the_same_name()
    {
        Workshop.Put(workshop.ToolkitFolder, ("Channel.cs", "namespace Katas.Toolkit; public static class Given { public static string Word => \"given\"; } public static class Other { public static string Word => \"other\"; }"));
        const string Uses = "using Katas.Toolkit; Console.WriteLine(Given.Word + \" \" + Other.Word);";

        workshop.Run(workshop.Program(Uses, "14-bounded-queue")).Should().Be("given other");
        workshop.Run(workshop.Program(Uses + " namespace Katas.Toolkit { static class Given { public static string Word => \"own\"; } }", "28-retry")).Should().Be("own other");
        workshop.Build(workshop.Submission("13-big", ("Program.cs", Uses))).Should().BeOfType<BuildResult.Failed>();
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Grader.Build.Roslyn;

/// <summary>A program that uses what katas use; compiling it loads and prepares what compiling theirs needs. It is never run.</summary>
internal static class WarmUpProgram
{
    public static ImmutableArray<SyntaxTree> Trees() => [ProjectDefaults.Parse(SourceFile.From(Source), "WarmUp.cs")];

    private const string Source = """
        using System.Collections.Concurrent;
        using System.Diagnostics;
        using System.Globalization;
        using System.IO.Pipes;

        if (args is ["--worker", var name, .. var rest])
        {
            return await Worker(name, rest);
        }

        // Start all, then wait for all.
        var workers = args.Select((text, index) => (Name: $"w{index}", Text: text)).ToList();
        var processes = new List<Process>();
        foreach (var (worker, text) in workers)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
            start.ArgumentList.Add("--worker");
            start.ArgumentList.Add(worker);
            start.Environment["TEXT"] = text;
            processes.Add(Process.Start(start)!);
        }

        try
        {
            foreach (var process in processes)
            {
                process.WaitForExit();
                Console.WriteLine($"{process.Id,5}: {process.ExitCode switch { 0 => "fine", > 128 => "killed", _ => "failed" }}");
            }
        }
        catch (InvalidOperationException problem) when (problem.Message.Length > 0)
        {
            Console.Error.WriteLine(problem.Message);
        }
        finally
        {
            processes.ForEach(process => process.Dispose());
        }

        using var queue = new BlockingCollection<Item?>();
        var thread = new Thread(() =>
        {
            for (var i = 0; i < 3; i++)
            {
                queue.Add(new Item(i, int.Parse("1", CultureInfo.InvariantCulture)));
            }

            queue.CompleteAdding();
        });
        thread.Start();
        lock (workers)
        {
            Console.WriteLine(string.Join(",", queue.GetConsumingEnumerable().OfType<Item>().OrderBy(item => item.Number)));
        }

        thread.Join();
        return 0;

        static async Task<int> Worker(string name, string[] rest)
        {
            using var pipe = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
            using var writer = new StreamWriter(pipe) { AutoFlush = true };
            await writer.WriteLineAsync(name);
            while (await Console.In.ReadLineAsync() is { } line)
            {
                Console.WriteLine(line + rest.Length);
            }

            return rest.Length > 1 ? 3 : 0;
        }

        internal sealed record Item(int Number, int Value);

        internal static class Extra
        {
            private static readonly Dictionary<string, Func<int, int>> Verbs = new() { ["square"] = x => x * x };

            public static async Task All(IEnumerable<Task> tasks) => await Task.WhenAll(tasks.ToArray());

            public static int Of(string verb, int x) => Verbs.TryGetValue(verb, out var f) ? f(x) : throw new ArgumentException($"no {verb}");
        }
        """;
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

// Results are JSON lines through the worker's standard error; a failure carries the name of its exception, which main does not print.
return args is ["--worker", ..] ? Worker.Run() : await Main.Run(int.Parse(args[0]), [.. args.Skip(1).Select(int.Parse)]);

internal sealed record Answer(int? Result, string? Failure);

internal static class Main
{
    public static async Task<int> Run(int workers, int[] inputs)
    {
        var tasks = new ConcurrentQueue<int>(Enumerable.Range(0, inputs.Length));
        var answers = new Answer[inputs.Length];
        var pool = Enumerable.Range(1, workers).Select(i => Start($"p{i}")).ToList();
        await Task.WhenAll(pool.Select(Serve));
        foreach (var (x, answer) in inputs.Zip(answers))
        {
            Console.WriteLine($"{x}: {(answer.Failure is null ? answer.Result : "failed")}");
        }

        return answers.Any(answer => answer.Failure is not null) ? 1 : 0;

        async Task Serve(Process worker)
        {
            while (tasks.TryDequeue(out int i))
            {
                await worker.StandardInput.WriteLineAsync($"{inputs[i]}");
                answers[i] = JsonSerializer.Deserialize<Answer>((await worker.StandardError.ReadLineAsync())!)!;
            }

            worker.StandardInput.Close();
            await worker.WaitForExitAsync();
        }
    }

    private static Process Start(string name) => Process.Start(
        new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name]) { RedirectStandardInput = true, RedirectStandardError = true })!;
}

internal static class Worker
{
    public static int Run()
    {
        while (Console.ReadLine() is { } line)
        {
            Console.Error.WriteLine(JsonSerializer.Serialize(Try(int.Parse(line))));
        }

        return 0;
    }

    private static Answer Try(int x)
    {
        Console.WriteLine($"task {x}");
        try
        {
            return new Answer(60 / x, null);
        }
        catch (ArithmeticException exception)
        {
            return new Answer(null, exception.GetType().Name);
        }
    }
}

// mistake: relayed-output
// looks-right: yes
// The workers' standard output is the channel of the results, and main prints the `task` lines that come through it, too.
using System.Collections.Concurrent;
using System.Diagnostics;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    var tasks = new ConcurrentQueue<string>(inputs);
    using var arrived = new BlockingCollection<string>();
    var pool = Enumerable.Range(1, workers).Select(i => Start($"p{i}")).ToList();
    var servers = pool.Select(worker => new Thread(() => Serve(worker))).ToList();
    servers.ForEach(server => server.Start());
    for (int i = 0; i < inputs.Length; i++)
    {
        Console.WriteLine(arrived.Take());
    }

    Console.WriteLine("done");
    servers.ForEach(server => server.Join());
    pool.ForEach(worker => worker.WaitForExit());
    return 0;

    void Serve(Process worker)
    {
        while (tasks.TryDequeue(out string? task))
        {
            worker.StandardInput.WriteLine(task);
            Console.WriteLine(worker.StandardOutput.ReadLine()); // <-- mistake
            arrived.Add(worker.StandardOutput.ReadLine()!);
        }

        worker.StandardInput.Close();
    }
}

static int RunWorker()
{
    while (int.TryParse(Console.ReadLine(), out int x))
    {
        Console.WriteLine($"task {x}");
        Console.WriteLine($"result {x * x}");
    }

    return 0;
}

static Process Start(string name) => Process.Start(
    new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

using System.Diagnostics;

// One thread in main for each worker. A worker says `next` and what it has computed through its standard error,
// and is answered through its standard input: its standard output stays what it inherited.
if (args is ["--worker", ..])
{
    Console.Error.WriteLine("next");
    while (Console.ReadLine() is { } line)
    {
        int x = int.Parse(line);
        Console.WriteLine($"task {x}");
        Console.Error.WriteLine(x * x);
    }

    return;
}

string[] inputs = args[1..];
var results = new string[inputs.Length];
int next = -1;
int missing = inputs.Length;
using var complete = new ManualResetEventSlim(inputs.Length == 0);
var pool = Enumerable.Range(1, int.Parse(args[0])).Select(i => Start($"p{i}")).ToList();
var servers = pool.Select(worker => new Thread(() => Serve(worker))).ToList();
servers.ForEach(server => server.Start());
complete.Wait();
Console.WriteLine($"[{string.Join(", ", results)}]");
servers.ForEach(server => server.Join());
pool.ForEach(worker => worker.WaitForExit());

void Serve(Process worker)
{
    worker.StandardError.ReadLine();
    for (int i = Interlocked.Increment(ref next); i < inputs.Length; i = Interlocked.Increment(ref next))
    {
        worker.StandardInput.WriteLine(inputs[i]);
        results[i] = worker.StandardError.ReadLine()!;
        if (Interlocked.Decrement(ref missing) == 0)
        {
            complete.Set();
        }
    }

    worker.StandardInput.Close();
}

static Process Start(string name) => Process.Start(
    new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name]) { RedirectStandardInput = true, RedirectStandardError = true })!;

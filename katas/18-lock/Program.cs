using System.Diagnostics;

// Kata 18: n workers and one lock between processes.
return args is ["--worker", _, .. var told] ? RunWorker(told) : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    string[] told = [];

    // Your turn: what must every worker be told, so that all of them mean the same lock?

    var workers = Enumerable.Range(1, n).Select(i => Start($"w{i}", told)).ToList();
    workers.ForEach(worker => worker.WaitForExit());
    return workers.All(worker => worker.ExitCode == 0) ? 0 : 1;
}

static int RunWorker(string[] told)
{
    // Your turn: only one worker at a time may come past here …

    Console.WriteLine("enter");
    Console.WriteLine("leave");

    // … and here the next one may come in.

    return 0;
}

static Process Start(string name, string[] told) =>
    Process.Start(Environment.ProcessPath!, ["--worker", name, .. told]);

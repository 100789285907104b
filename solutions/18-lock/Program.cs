using System.Diagnostics;

// Kata 18: n workers and one lock between processes.
return args is ["--worker", _, .. var told] ? RunWorker(told) : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    string[] told = [];

    // Your turn: what must every worker be told, so that all of them mean the same lock?
    #region solution
    // The name is made for this run: two runs at the same time must not wait for each other.
    // Main keeps the mutex open, so that it is there before the first worker and after the last.
    var name = $"kata-18-{Guid.NewGuid():N}";
    using var mutex = new Mutex(initiallyOwned: false, name);
    told = [name];
    #endregion

    var workers = Enumerable.Range(1, n).Select(i => Start($"w{i}", told)).ToList();
    workers.ForEach(worker => worker.WaitForExit());
    return workers.All(worker => worker.ExitCode == 0) ? 0 : 1;
}

static int RunWorker(string[] told)
{
    // Your turn: only one worker at a time may come past here …
    #region solution
    using var mutex = new Mutex(initiallyOwned: false, told[0]);
    try
    {
        mutex.WaitOne();
    }
    catch (AbandonedMutexException)
    {
        // The holder died inside. This is a warning, not a refusal: the mutex is ours now.
        // Whoever protects data with it looks here whether the data was left half changed.
    }
    #endregion

    Console.WriteLine("enter");
    Console.WriteLine("leave");

    // … and here the next one may come in.
    #region solution
    mutex.ReleaseMutex();
    #endregion

    return 0;
}

static Process Start(string name, string[] told) =>
    Process.Start(Environment.ProcessPath!, ["--worker", name, .. told]);

using System.Diagnostics;

// Kata 27: however main ends, nobody is left behind.
return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    List<Process> workers = [];

    // Your turn: start the workers so that each of them can notice that main is gone.
    #region solution
    workers.AddRange(Enumerable.Range(1, n).Select(i => Start($"w{i}")));
    #endregion

    // What is typed does not matter; only the end of it does.
    Console.OpenStandardInput().CopyTo(Stream.Null);

    #region solution
    // A Process that nobody refers to any more is collected, and its pipe is closed with it: to the worker that looks like main's death.
    GC.KeepAlive(workers);
    #endregion

    return 0;
}

static int RunWorker()
{
    Console.WriteLine("working");

    // Your turn: wait, without asking again and again, for the one thing that happens however main ends.
    #region solution
    // Main never writes. The end of this pipe comes when its last writer is gone, and that is main: whether it
    // returned, crashed or was killed, the system closed its end. A worker that comes late finds the end already there.
    Console.OpenStandardInput().ReadByte();
    #endregion

    return 0;
}

#region solution
// .NET opens main's end of the pipe so that no other worker inherits it: one worker cannot keep another alive.
static Process Start(string name) => Process.Start(
    new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name]) { RedirectStandardInput = true })!;
#endregion

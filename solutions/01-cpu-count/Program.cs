using System.Diagnostics;

// One program, three jobs: which one is meant, the arguments say.
switch (args)
{
    case ["--worker", _, var index, var count]:
        Cpu(index, count);
        break;

    case ["each"]:
        OneWorkerPerCpu();
        break;

    default:
        CountCpus();
        break;
}

// kata
static void CountCpus()
{
    // Your turn: say how many CPUs this program may use.
    #region solution
    Console.WriteLine($"Number of CPU's in this computer are: {Environment.ProcessorCount}");
    #endregion
}

// kata each
static void OneWorkerPerCpu()
{
    // Your turn: start the workers cpu-0, cpu-1, … (one for each CPU), and join them all.
    #region solution
    var count = Environment.ProcessorCount;
    var workers = new List<Process>();
    for (var index = 0; index < count; index++)
    {
        // ProcessPath is this very program; the arguments make a worker of it.
        workers.Add(Process.Start(Environment.ProcessPath!, ["--worker", $"cpu-{index}", $"{index}", $"{count}"]));
    }

    // A loop of its own: joining in the loop above would let only one worker live at a time.
    foreach (var worker in workers)
    {
        worker.WaitForExit();
    }
    #endregion
}

// kata --worker cpu-<index> <index> <count>
static void Cpu(string index, string count)
{
    // Your turn: what a worker prints.
    #region solution
    Console.WriteLine($"cpu {index} of {count}");
    #endregion
}

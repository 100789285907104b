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
}

// kata each
static void OneWorkerPerCpu()
{
    // Your turn: start the workers cpu-0, cpu-1, … (one for each CPU), and join them all.
}

// kata --worker cpu-<index> <index> <count>
static void Cpu(string index, string count)
{
    // Your turn: what a worker prints.
}

using System.Collections.Concurrent;
using Katas.Toolkit;

switch (args)
{
    case ["--worker", ..]:
        Work();
        break;
    default:
        Distribute(int.Parse(args[0]), int.Parse(args[1]));
        break;
}

// Main. Your turn: start w1 to w<workers>, hand out the tasks 1 to <tasks> one by one, wait until all are done, say so, and let the workers end.
static void Distribute(int workers, int tasks)
{
}

// Your turn: ask for a task, do it (`task <i>`), say that it is done, until the end mark comes.
static void Work()
{
}

using System.Collections.Concurrent;
using Katas.Toolkit;

// Kata 23: Pool(workers).map(square, inputs)
return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    // Your turn: start p1 … p<workers>, hand out a task to whoever asks, and print the squares in the order of the inputs.

    return 0;
}

static int RunWorker()
{
    using var main = Connection.ToMain();

    // Your turn: ask for a task, print `task <x>`, tell the result, until nothing is left.

    return 0;
}

using System.Collections.Concurrent;
using Katas.Toolkit;

// Kata 24: for result in Pool(workers).imap_unordered(square, inputs): print(result)
return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    // Your turn: start p1 … p<workers>, hand out a task to whoever asks, print each result as it comes, then `done`.

    return 0;
}

static int RunWorker()
{
    using var main = Connection.ToMain();

    // Your turn: ask for a task, print `task <x>`, tell the result, until nothing is left.

    return 0;
}

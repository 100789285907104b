if (args is ["--worker", var name, var text])
{
    Counting.Run(name, int.Parse(text));
    return;
}

// A task for each worker begins with its start and is over with its end.
var a = Worker.Run("A", args[0]);
var b = Worker.Run("B", args[1]);
await Worker.Run("C", args[2]);
await Task.WhenAll(a, b, Worker.Run("D", args[3]));

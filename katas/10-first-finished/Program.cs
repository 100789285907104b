using System.Diagnostics;

if (args is ["--worker", ..])
{
    // A worker has nothing to do here but to end.
    return;
}

await FirstFinished(args);

static async Task FirstFinished(string[] names)
{
    // Your turn: start a worker of each name, and name each as soon as it has ended.
}

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
    #region solution
    // ToList: all of them are started here, before anybody is waited for.
    var workers = names.Select(StartAndJoin).ToList();
    await foreach (var finished in Task.WhenEach(workers))
    {
        Console.WriteLine($"finished {await finished}");
    }

    static async Task<string> StartAndJoin(string name)
    {
        using var worker = Process.Start(Environment.ProcessPath!, ["--worker", name]);
        await worker.WaitForExitAsync();
        return name;
    }
    #endregion
}

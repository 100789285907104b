// mistake: timed-wait
// looks-right: yes
// The wait for the mutex has a limit of one minute; who is held out longer gives up and ends with an error.
using System.Diagnostics;

if (args is ["--worker", _, var name])
{
    using var mutex = new Mutex(false, name);
    bool mine;
    try
    {
        mine = mutex.WaitOne(TimeSpan.FromMinutes(1)); // <-- mistake
    }
    catch (AbandonedMutexException)
    {
        mine = true;
    }

    if (!mine)
    {
        Console.Error.WriteLine("timeout");
        return 3;
    }

    Console.WriteLine("enter");
    Console.WriteLine("leave");
    mutex.ReleaseMutex();
    return 0;
}

string lockName = Guid.NewGuid().ToString();
using var keep = new Mutex(false, lockName);
Task<int>[] ends = [.. Enumerable.Range(1, int.Parse(args[0])).Select(async i =>
{
    using Process worker = Process.Start(Environment.ProcessPath!, ["--worker", $"w{i}", lockName]);
    await worker.WaitForExitAsync();
    return worker.ExitCode;
})];
return (await Task.WhenAll(ends)).Any(code => code != 0) ? 1 : 0;

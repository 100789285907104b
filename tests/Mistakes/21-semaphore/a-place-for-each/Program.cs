// mistake: needless-wait
// looks-right: yes
// There are k mutexes, and each worker always takes the same one of them: a place is free, and it waits all the same.
using System.Diagnostics;

switch (args)
{
    case ["--worker", _, var place]:
        return Worker(place);
    default:
        return Main(int.Parse(args[0]), int.Parse(args[1]));
}

static int Main(int k, int n)
{
    string run = Guid.NewGuid().ToString("N");
    List<Mutex> places = [.. Enumerable.Range(0, k).Select(i => new Mutex(false, $"{run}-{i}"))];
    List<Process> workers = [.. Enumerable.Range(1, n).Select(i =>
        Process.Start(Environment.ProcessPath!, ["--worker", $"w{i}", $"{run}-{i % k}"]))]; // <-- mistake
    workers.ForEach(worker => worker.WaitForExit());
    places.ForEach(place => place.Dispose());
    return workers.TrueForAll(worker => worker.ExitCode == 0) ? 0 : 1;
}

static int Worker(string place)
{
    using var mutex = new Mutex(false, place);
    try
    {
        mutex.WaitOne();
    }
    catch (AbandonedMutexException)
    {
        // The one before died inside; the place is mine.
    }

    Console.WriteLine("enter");
    Console.WriteLine("leave");
    mutex.ReleaseMutex();
    return 0;
}

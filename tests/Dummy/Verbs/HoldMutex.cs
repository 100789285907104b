namespace Dummy.Verbs;

/// <summary>Takes the named mutex, says so, and keeps it until standard input ends.</summary>
internal static class HoldMutex
{
    public static int Run(string name)
    {
        using var mutex = new Mutex(false, name);
        mutex.WaitOne(); // here
        Console.WriteLine("taken");
        Console.ReadLine();
        mutex.ReleaseMutex();
        return 0;
    }
}

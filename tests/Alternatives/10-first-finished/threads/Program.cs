using System.Diagnostics;

// A thread for each worker waits for it and says so.
internal static class Program
{
    private static void Main(string[] args)
    {
        if (args.Length > 0 && args[0] == "--worker")
        {
            return;
        }

        var threads = new List<Thread>();
        foreach (var name in args)
        {
            var worker = Process.Start(Environment.ProcessPath!, ["--worker", name]);
            var thread = new Thread(() =>
            {
                worker.WaitForExit();
                Console.WriteLine($"finished {name}");
            });
            thread.Start();
            threads.Add(thread);
        }

        threads.ForEach(thread => thread.Join());
    }
}

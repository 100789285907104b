using System.Diagnostics;

// A thread for each chain of waiting: A; B; C and then D. Main joins the threads.
internal static class Program
{
    private static void Main(string[] args)
    {
        if (args.Length > 0 && args[0] == "--worker")
        {
            Count(number: int.Parse(args[2]), until: int.Parse(args[3]));
            return;
        }

        Thread[] chains = [Chain(("A", 1)), Chain(("B", 2)), Chain(("C", 3), ("D", 4))];
        foreach (var chain in chains)
        {
            chain.Start();
        }

        foreach (var chain in chains)
        {
            chain.Join();
        }

        Thread Chain(params (string Name, int Number)[] workers) => new(() =>
        {
            foreach (var (name, number) in workers)
            {
                using var worker = Process.Start(new ProcessStartInfo
                {
                    FileName = Environment.ProcessPath!,
                    ArgumentList = { "--worker", name, $"{number}", args[number - 1] },
                })!;
                worker.WaitForExit();
            }
        });
    }

    private static void Count(int number, int until)
    {
        for (var i = 0; i < until; i++)
        {
            Console.WriteLine("Process {0}: {1}", number, i);
        }
    }
}

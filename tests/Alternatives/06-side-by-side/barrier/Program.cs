using System.Diagnostics;

// Two threads of main start and join a worker each, and meet main at a barrier.
if (args is ["--worker", var role, var number])
{
    Print(role, long.Parse(number));
    return;
}

using var meeting = new Barrier(3);
foreach (string name in (string[])["cube", "square"])
{
    new Thread(() =>
    {
        using (Process worker = Process.Start(Environment.ProcessPath!, ["--worker", name, args[0]]))
        {
            worker.WaitForExit();
        }

        meeting.SignalAndWait();
    }).Start();
}

meeting.SignalAndWait();
Console.WriteLine("Done!");

static void Print(string role, long n)
{
    Console.WriteLine(role == "square" ? n * n : n * n * n);
    Console.WriteLine(role == "square" ? "First processor is done" : "Second processor is done");
}

// mistake: timed-wait
// looks-right: yes
// Half a second should be enough for everybody to arrive.
using System.Diagnostics;

if (args is ["--worker", _, var rounds])
{
    for (var r = 1; r <= int.Parse(rounds); r++)
    {
        Console.WriteLine($"arrive {r}");
        Thread.Sleep(500); // <-- mistake
        Console.WriteLine($"pass {r}");
    }

    return 0;
}

var workers = Enumerable.Range(1, int.Parse(args[0]))
    .Select(i => Process.Start(Environment.ProcessPath!, ["--worker", $"w{i}", args[1]])).ToList();
workers.ForEach(worker => worker.WaitForExit());
return workers.All(worker => worker.ExitCode == 0) ? 0 : 1;

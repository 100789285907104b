// mistake: wrong-output
// looks-right: yes
// Main waits for the producers, but not for the threads that read what they sent: the total may be said before they have counted.
using System.Diagnostics;

if (args is ["--worker", _, var n, var len])
{
    string item = new('x', int.Parse(len));
    for (int i = 0; i < int.Parse(n); i++)
    {
        Console.WriteLine($"{i} {item}");
    }

    return 0;
}

int total = 0;
var producers = new List<Process>();
foreach (string name in args[2..])
{
    Process producer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name, args[0], args[1]]) { RedirectStandardOutput = true })!;
    producers.Add(producer);
    new Thread(() =>
    {
        while (producer.StandardOutput.ReadLine() is { } line)
        {
            Console.WriteLine($"got {name} {line.Split(' ')[0]}");
            Interlocked.Increment(ref total);
        }
    }).Start();
}

producers.ForEach(producer => producer.WaitForExit()); // <-- mistake
Console.WriteLine($"total {total}");
return producers.Exists(producer => producer.ExitCode != 0) ? 1 : 0;

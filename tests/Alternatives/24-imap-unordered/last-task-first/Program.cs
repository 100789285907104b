// The tasks lie on a stack: the last one is begun first. A thread of its own prints, and says `done`.
using Katas.Toolkit;

if (args is ["--worker", ..])
{
    using var main = Connection.ToMain();
    while (main.Ask("next") is { Length: > 0 } x)
    {
        Console.WriteLine($"task {x}");
        main.Ask((int.Parse(x) * int.Parse(x)).ToString());
    }
    return 0;
}

var gate = new object();
var printed = 0;
var toPrint = new Queue<string>();
var tasks = new Stack<string>(args[1..]);
var printer = new Thread(() =>
{
    while (printed < args.Length - 1)
    {
        string line;
        lock (gate)
        {
            while (toPrint.Count == 0) Monitor.Wait(gate);
            line = toPrint.Dequeue();
        }
        Console.WriteLine($"result {line}");
        printed++;
    }
    Console.WriteLine("done");
});
printer.Start();
using var host = new Host((_, request) =>
{
    lock (gate)
    {
        if (request == "next") return tasks.TryPop(out string? t) ? t : "";
        toPrint.Enqueue(request);
        Monitor.Pulse(gate);
        return "";
    }
});
for (int w = int.Parse(args[0]); w > 0; w--) host.Start("p" + w);
printer.Join();
return host.Join() ? 0 : 1;

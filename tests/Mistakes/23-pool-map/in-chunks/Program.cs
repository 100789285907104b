// mistake: needless-wait
// looks-right: yes
// Two tasks at a time are handed out: while a worker is busy with the first, nobody else can do the second.
using System.Collections.Concurrent;
using Katas.Toolkit;

if (args is ["--worker", ..])
{
    using var main = Connection.ToMain();
    while (main.Ask("next") is { Length: > 0 } chunk)
    {
        foreach (string task in chunk.Split(' '))
        {
            string[] parts = task.Split(':');
            int x = int.Parse(parts[1]);
            Console.WriteLine($"task {x}");
            main.Ask($"done {parts[0]} {x * x}");
        }
    }

    return 0;
}

string[] inputs = args[1..];
int[] squares = new int[inputs.Length];
var chunks = new ConcurrentQueue<string>(inputs.Select((x, i) => $"{i}:{x}").Chunk(2).Select(pair => string.Join(' ', pair))); // <-- mistake
using var open = new CountdownEvent(inputs.Length);
using var host = new Host((_, request) =>
{
    if (request == "next")
    {
        return chunks.TryDequeue(out string? chunk) ? chunk : "";
    }

    string[] parts = request.Split(' ');
    squares[int.Parse(parts[1])] = int.Parse(parts[2]);
    open.Signal();
    return "";
});
for (int i = 1; i <= int.Parse(args[0]); i++)
{
    host.Start($"p{i}");
}

open.Wait();
Console.WriteLine($"[{string.Join(", ", squares)}]");
host.Join();
return 0;

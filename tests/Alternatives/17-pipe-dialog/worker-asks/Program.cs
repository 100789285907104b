using System.Collections.Concurrent;
using Katas.Toolkit;

// With the toolkit it is the worker who asks. So each request carries the answer to the question that the last reply was:
// "hand me the next word; the last one is HELLO".
if (args is ["--worker", "upper"])
{
    using var main = Connection.ToMain();
    string reply = main.Ask("hello");
    while (reply.StartsWith('?'))
    {
        reply = main.Ask(reply[1..].ToUpperInvariant());
    }

    Console.WriteLine("bye");
    return 0;
}

bool isLong = args is ["--long", _];
string[] words = isLong ? [new string('x', int.Parse(args[1]))] : args;
using var replies = new BlockingCollection<string>();
using var requests = new BlockingCollection<string>();
using var host = new Host(
    handle: (worker, request) =>
    {
        requests.Add(request);
        return replies.Take(worker.Gone);
    },
    ended: _ => requests.CompleteAdding());
Worker upper = host.Start("upper");

bool alive = requests.TryTake(out _, Timeout.Infinite);
foreach (string word in words)
{
    if (!alive)
    {
        break;
    }

    replies.Add("?" + word);
    alive = requests.TryTake(out string? answer, Timeout.Infinite);
    if (alive)
    {
        Console.WriteLine(isLong ? $"{answer!.Length} letters back" : answer);
    }
}

replies.Add("closed");
upper.Join();
bool well = alive && upper.ExitCode == 0;
Console.WriteLine(well ? "closed" : "worker is gone");
return well ? 0 : 1;

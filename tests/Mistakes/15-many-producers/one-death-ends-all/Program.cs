// mistake: lost-item
// looks-right: yes
// As soon as one producer has died main gives up: it says `total`, kills the others, and their items are lost.

using Katas.Toolkit;

switch (args)
{
    case ["--worker", var name, var n, var len]:
        Producer(name, int.Parse(n), int.Parse(len));
        return 0;
    default:
        return Consume(args[0], args[1], args[2..]);
}

static int Consume(string n, string len, string[] names)
{
    int total = 0, running = names.Length;
    bool died = false;
    var over = new ManualResetEvent(names.Length == 0);
    using var host = new Host(
        (producer, message) =>
        {
            Console.WriteLine($"got {producer.Name} {message[..message.IndexOf(' ')]}");
            Interlocked.Increment(ref total);
            return "thanks";
        },
        producer =>
        {
            if (producer.ExitCode != 0)
            {
                died = true;
            }

            if (Interlocked.Decrement(ref running) == 0 || died) // <-- mistake
            {
                over.Set();
            }
        });
    foreach (string name in names)
    {
        host.Start(name, n, len);
    }

    over.WaitOne();
    Console.WriteLine($"total {total}");
    return died ? 1 : 0;
}

static void Producer(string name, int n, int len)
{
    using var main = Connection.ToMain();
    string item = new(name[0], len);
    for (int i = 0; i < n; i++)
    {
        main.Ask($"{i} {item}");
    }
}

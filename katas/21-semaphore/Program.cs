using System.Collections.Concurrent;
using Katas.Toolkit;

// Kata 21: k places for n workers.
return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), int.Parse(args[1]));

static int RunMain(int k, int n)
{
    // Your turn: the places, and who has one.

    // Both functions run on the asking worker's own thread: they may wait.
    string Answer(Worker worker, string request)
    {
        // Your turn: a place for who asks to enter; and back with it from who leaves.
        return "entered";
    }

    void GiveBack(Worker worker)
    {
        // Your turn: this is also called when a worker is over. Had it left before?
    }

    using var host = new Host(Answer, ended: GiveBack);
    for (var i = 1; i <= n; i++)
    {
        host.Start($"w{i}");
    }

    return host.Join() ? 0 : 1;
}

static int RunWorker()
{
    using var main = Connection.ToMain();

    // Your turn: ask for a place …

    Console.WriteLine("enter");
    Console.WriteLine("leave");

    // … and give it back.

    return 0;
}

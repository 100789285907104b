// mistake: needless-wait
// looks-right: yes
// The tasks are dealt out at the start: who is slow keeps his tasks, and the others sit there.
using Katas.Toolkit;

switch (args)
{
    case ["--worker", _, .. var own]:
        Work(own);
        break;
    default:
        Distribute(int.Parse(args[0]), int.Parse(args[1]));
        break;
}

static void Distribute(int workers, int tasks)
{
    using var unfinished = new CountdownEvent(tasks);
    using var home = new ManualResetEventSlim();
    using var host = new Host((worker, request) =>
    {
        if (request == "done")
        {
            unfinished.Signal();
        }
        else
        {
            home.Wait(worker.Gone);
        }

        return "";
    });
    for (int i = 1; i <= workers; i++)
    {
        host.Start($"w{i}", Enumerable.Range(1, tasks).Where(task => task % workers == i % workers).Select(task => $"{task}")); // <-- mistake
    }

    unfinished.Wait();
    Console.WriteLine("all tasks done");
    home.Set();
    host.Join();
}

static void Work(string[] own)
{
    using var main = Connection.ToMain();
    foreach (string task in own)
    {
        Console.WriteLine($"task {task}");
        main.Ask("done");
    }

    main.Ask("may I go?");
}

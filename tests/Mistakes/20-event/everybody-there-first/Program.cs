// mistake: needless-wait
// looks-right: yes
// Main does not set the event before everybody waits for it: one that is slow to start holds up all the others.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    var ready = new ManualResetEventSlim();
    var here = new CountdownEvent(n + 1);
    using var host = new Host((worker, request) =>
    {
        if (!here.IsSet)
        {
            here.Signal();
        }

        ready.Wait(worker.Gone);
        return "go";
    });

    for (var i = 1; i <= n; i++)
    {
        host.Start($"w{i}");
    }

    here.Signal();
    here.Wait(); // <-- mistake
    Console.WriteLine("set");
    ready.Set();
    host.Start("late");
    return host.Join() ? 0 : 1;
}

static int RunWorker()
{
    using var main = Connection.ToMain();
    Console.WriteLine("waiting");
    main.Ask("wait");
    Console.WriteLine("running");
    return 0;
}

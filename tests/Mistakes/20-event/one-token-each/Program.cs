// mistake: deadlock
// looks-right: no
// One token for each worker that was there at the time: nothing is left for the one that comes late.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    var tokens = new SemaphoreSlim(0);
    using var host = new Host((worker, request) =>
    {
        tokens.Wait(worker.Gone);
        return "go";
    });

    for (var i = 1; i <= n; i++)
    {
        host.Start($"w{i}");
    }

    Console.WriteLine("set");
    for (var i = 1; i <= n; i++)
    {
        tokens.Release(); // <-- mistake
    }

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

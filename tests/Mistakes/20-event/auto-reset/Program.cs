// mistake: deadlock
// looks-right: no
// An event that closes itself again after each one it lets through: one worker runs, the others wait for ever.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    var ready = new AutoResetEvent(false); // <-- mistake
    using var host = new Host((worker, request) =>
    {
        WaitHandle.WaitAny([ready, worker.Gone.WaitHandle]);
        return "go";
    });

    for (var i = 1; i <= n; i++)
    {
        host.Start($"w{i}");
    }

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

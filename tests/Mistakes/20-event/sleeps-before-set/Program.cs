// mistake: timed-wait
// looks-right: yes
// Main gives the workers a second to come to the event, whether they need it or not.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    var ready = new ManualResetEventSlim();
    using var host = new Host((worker, request) =>
    {
        ready.Wait(worker.Gone);
        return "go";
    });

    for (var i = 1; i <= n; i++)
    {
        host.Start($"w{i}");
    }

    Thread.Sleep(1000); // <-- mistake
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

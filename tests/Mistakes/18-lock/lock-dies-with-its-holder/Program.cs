// mistake: deadlock
// looks-right: yes
// Main keeps the lock for the workers, but whoever dies inside takes it with him.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    var free = new SemaphoreSlim(1);
    using var host = new Host((worker, request) => // <-- mistake
    {
        if (request == "take")
        {
            free.Wait(worker.Gone);
        }
        else
        {
            free.Release();
        }

        return "yours";
    });

    for (var i = 1; i <= n; i++)
    {
        host.Start($"w{i}");
    }

    return host.Join() ? 0 : 1;
}

static int RunWorker()
{
    using var main = Connection.ToMain();
    main.Ask("take");
    Console.WriteLine("enter");
    Console.WriteLine("leave");
    main.Ask("give");
    return 0;
}

// mistake: deadlock
// looks-right: yes
// Nobody gives back the place of a worker that died inside.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), int.Parse(args[1]));

static int RunMain(int k, int n)
{
    var places = new SemaphoreSlim(k);
    using var host = new Host((worker, request) => // <-- mistake
    {
        if (request == "enter")
        {
            places.Wait(worker.Gone);
        }
        else
        {
            places.Release();
        }

        return "done";
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
    main.Ask("enter");
    Console.WriteLine("enter");
    Console.WriteLine("leave");
    main.Ask("leave");
    return 0;
}

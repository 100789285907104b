// mistake: too-early
// looks-right: yes
// Counted from 0 to k: one place too many.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), int.Parse(args[1]));

static int RunMain(int k, int n)
{
    var places = new SemaphoreSlim(k + 1); // <-- mistake
    var inside = new ConcurrentDictionary<Worker, bool>();

    string Answer(Worker worker, string request)
    {
        if (request == "leave")
        {
            GiveBack(worker);
            return "left";
        }

        places.Wait(worker.Gone);
        inside[worker] = true;
        return "entered";
    }

    void GiveBack(Worker worker)
    {
        if (inside.TryRemove(worker, out _))
        {
            places.Release();
        }
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
    main.Ask("enter");
    Console.WriteLine("enter");
    Console.WriteLine("leave");
    main.Ask("leave");
    return 0;
}

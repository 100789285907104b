// mistake: too-early
// looks-right: yes
// The place is given back when a worker leaves, and once more when its process ends.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), int.Parse(args[1]));

static int RunMain(int k, int n)
{
    var places = new SemaphoreSlim(k);

    string Answer(Worker worker, string request)
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
    }

    void GiveBack(Worker worker)
    {
        places.Release(); // <-- mistake
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

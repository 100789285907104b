// mistake: needless-wait
// looks-right: yes
// Groups of k: nobody comes in before the whole group has left.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), int.Parse(args[1]));

static int RunMain(int k, int n)
{
    var door = new object();
    var inside = new HashSet<Worker>();
    var admitted = 0;

    string Answer(Worker worker, string request)
    {
        if (request == "leave")
        {
            GiveBack(worker);
            return "left";
        }

        lock (door)
        {
            while (admitted == k)
            {
                Monitor.Wait(door);
            }

            admitted++;
            inside.Add(worker);
        }

        return "entered";
    }

    void GiveBack(Worker worker)
    {
        lock (door)
        {
            if (inside.Remove(worker) && inside.Count == 0) // <-- mistake
            {
                admitted = 0;
                Monitor.PulseAll(door);
            }
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

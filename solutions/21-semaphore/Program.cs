using System.Collections.Concurrent;
using Katas.Toolkit;

// Kata 21: k places for n workers.
return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), int.Parse(args[1]));

static int RunMain(int k, int n)
{
    // Your turn: the places, and who has one.
    #region solution
    var places = new SemaphoreSlim(k);
    // A semaphore only counts, it does not know who is inside. To give back the place of the dead we must know.
    var inside = new ConcurrentDictionary<Worker, bool>();
    #endregion

    // Both functions run on the asking worker's own thread: they may wait.
    string Answer(Worker worker, string request)
    {
        // Your turn: a place for who asks to enter; and back with it from who leaves.
        #region solution
        if (request == "leave")
        {
            GiveBack(worker);
            return "left";
        }

        places.Wait(worker.Gone); // who dies in the queue does not get a place any more
        inside[worker] = true;
        #endregion
        return "entered";
    }

    void GiveBack(Worker worker)
    {
        // Your turn: this is also called when a worker is over. Had it left before?
        #region solution
        if (inside.TryRemove(worker, out _))
        {
            places.Release();
        }
        #endregion
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

    // Your turn: ask for a place …
    #region solution
    main.Ask("enter");
    #endregion

    Console.WriteLine("enter");
    Console.WriteLine("leave");

    // … and give it back.
    #region solution
    main.Ask("leave");
    #endregion

    return 0;
}

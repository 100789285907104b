// Main keeps the lock and hands it out, one worker after the other; a worker's end gives it back if it still had it.
using Katas.Toolkit;

if (args is ["--worker", ..])
{
    using var main = Connection.ToMain();
    main.Ask("take");
    Console.WriteLine("enter");
    Console.WriteLine("leave");
    main.Ask("give back");
    return 0;
}

var free = new SemaphoreSlim(1, 1);
Worker? holder = null;

using var host = new Host(Answer, ended: GiveBack);
for (var i = 1; i <= int.Parse(args[0]); i++)
{
    host.Start($"w{i}");
}

return host.Join() ? 0 : 1;

string Answer(Worker worker, string request)
{
    if (request == "take")
    {
        free.Wait(worker.Gone);
        Volatile.Write(ref holder, worker);
    }
    else
    {
        GiveBack(worker);
    }

    return "ok";
}

void GiveBack(Worker worker)
{
    // Only the holder's own thread can find itself here, so looking and clearing need not be one step.
    if (Volatile.Read(ref holder) == worker)
    {
        Volatile.Write(ref holder, null);
        free.Release();
    }
}

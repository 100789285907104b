// mistake: needless-wait
// looks-right: yes
// The place is given back at the end of the process, later than it must.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), int.Parse(args[1]));

static int RunMain(int k, int n)
{
    var places = new SemaphoreSlim(k);
    using var host = new Host(
        (worker, request) =>
        {
            places.Wait();
            return "entered";
        },
        ended: worker => places.Release()); // <-- mistake
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
    return 0;
}

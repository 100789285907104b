// mistake: deadlock
// looks-right: yes
// Nobody notices that one will never come.
using Katas.Toolkit;

return args is ["--worker", _, var count] ? RunWorker(int.Parse(count)) : RunMain(int.Parse(args[0]), args[1]);

static int RunMain(int n, string rounds)
{
    var barrier = new Barrier(n);
    using var host = new Host((worker, request) =>
    {
        barrier.SignalAndWait(); // <-- mistake
        return "pass";
    });

    for (var i = 1; i <= n; i++)
    {
        host.Start($"w{i}", rounds);
    }

    return host.Join() ? 0 : 1;
}

static int RunWorker(int rounds)
{
    using var main = Connection.ToMain();
    for (var r = 1; r <= rounds; r++)
    {
        Console.WriteLine($"arrive {r}");
        if (main.Ask("wait") == "broken")
        {
            return 1;
        }

        Console.WriteLine($"pass {r}");
    }

    return 0;
}

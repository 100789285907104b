// The toolkit, and a barrier made by hand: a count, a number for the round, and a word for "broken".
using Katas.Toolkit;

if (args is ["--worker", _, var rounds])
{
    using var main = Connection.ToMain();
    for (var r = 1; r <= int.Parse(rounds); r++)
    {
        Console.WriteLine($"arrive {r}");
        if (main.Ask("arrived") != "all here")
        {
            return 1;
        }

        Console.WriteLine($"pass {r}");
    }

    return 0;
}

var meeting = new Meeting(int.Parse(args[0]));
using var host = new Host((_, _) => meeting.Wait() ? "all here" : "broken");
for (var i = 1; i <= int.Parse(args[0]); i++)
{
    var worker = host.Start($"w{i}", args[1]);
    worker.Gone.Register(() =>
    {
        if (worker.ExitCode != 0)
        {
            meeting.Break();
        }
    });
}

return host.Join() ? 0 : 1;

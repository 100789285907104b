// mistake: wrong-exit-code
// looks-right: yes
// After its last `pass` a worker asks whether anybody has died meanwhile and then returns 1, though all had arrived in the last round and nothing was broken.
using Katas.Toolkit;

namespace NobodyPassesAlone;

internal static class Program
{
    private static int Main(string[] args) =>
        args[0] == "--worker" ? Work(int.Parse(args[2])) : new Chief(int.Parse(args[0]), int.Parse(args[1])).Run();

    private static int Work(int rounds)
    {
        using var main = Connection.ToMain();
        for (int r = 1; r <= rounds; r++)
        {
            Console.WriteLine($"arrive {r}");
            if (main.Ask("arrive") == "broken")
            {
                return 1;
            }

            Console.WriteLine($"pass {r}");
        }

        return main.Ask("all well?") == "yes" ? 0 : 1; // <-- mistake
    }
}

internal sealed class Chief(int n, int rounds)
{
    private readonly object gate = new();
    private int here;
    private int round;
    private bool death;

    public int Run()
    {
        using var host = new Host((_, request) => request == "arrive" ? (Arrive() ? "pass" : "broken") : (AllWell() ? "yes" : "no"));
        for (int i = 1; i <= n; i++)
        {
            Worker worker = host.Start($"w{i}", $"{rounds}");
            worker.Gone.Register(() => Ended(worker.ExitCode));
        }

        return host.Join() ? 0 : 1;
    }

    private bool Arrive()
    {
        lock (gate)
        {
            int mine = round;
            if (!death && ++here == n)
            {
                here = 0;
                round++;
                Monitor.PulseAll(gate);
            }

            while (round == mine && !death)
            {
                Monitor.Wait(gate);
            }

            return round > mine;
        }
    }

    private bool AllWell()
    {
        lock (gate)
        {
            return !death;
        }
    }

    private void Ended(int code)
    {
        lock (gate)
        {
            if (code != 0)
            {
                death = true;
                Monitor.PulseAll(gate);
            }
        }
    }
}

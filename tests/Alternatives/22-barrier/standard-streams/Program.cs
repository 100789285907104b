// No toolkit: standard error tells main who has arrived, standard input tells the worker to go on, and the end of the one is the death of the other.
using System.Diagnostics;

return args is ["--worker", _, var count] ? Worker(int.Parse(count)) : await Lead(int.Parse(args[0]), int.Parse(args[1]));

static async Task<int> Lead(int n, int rounds)
{
    var workers = Enumerable.Range(1, n).Select(i => Start($"w{i}", rounds)).ToList();
    var meeting = new AsyncMeeting(n);
    await Task.WhenAll(workers.Select(worker => Accompany(worker, meeting, rounds)));
    return workers.All(worker => worker.ExitCode == 0) ? 0 : 1;
}

static async Task Accompany(Process worker, AsyncMeeting meeting, int rounds)
{
    var death = WatchFor(worker, meeting);
    try
    {
        for (var r = 1; r <= rounds && await worker.StandardError.ReadLineAsync() is not null; r++)
        {
            var pass = await meeting.Arrive();
            await worker.StandardInput.WriteLineAsync(pass ? "pass" : "broken");
            await worker.StandardInput.FlushAsync();
        }
    }
    catch (IOException)
    {
        // It died while we spoke to it.
    }

    await death;
}

static async Task WatchFor(Process worker, AsyncMeeting meeting)
{
    await worker.WaitForExitAsync();
    if (worker.ExitCode != 0)
    {
        meeting.Break();
    }
}

static Process Start(string name, int rounds) =>
    Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name, $"{rounds}"])
    {
        RedirectStandardInput = true,
        RedirectStandardError = true,
    })!;

static int Worker(int rounds)
{
    for (var r = 1; r <= rounds; r++)
    {
        Console.WriteLine($"arrive {r}");
        Console.Error.WriteLine("here");
        if (Console.ReadLine() != "pass")
        {
            return 1;
        }

        Console.WriteLine($"pass {r}");
    }

    return 0;
}

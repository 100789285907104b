using Grader.Write;

namespace Grader.Cli;

/// <summary>
/// On a terminal: one line for each kata that is done, and below them one line that says what is being played.
/// Everywhere else: nothing. Callable from any thread.
/// </summary>
public sealed class LiveLines(int total) : IProgress<Progress>, IDisposable
{
    private const string ClearLine = "\r\e[2K";
    private readonly Lock gate = new();
    private int done;

    public void Report(Progress value) => Say($"{ClearLine}  {done} of {total} katas done; {value.KataId}: {value.Played} of {value.Total} played");

    public void Done(KataReport report)
    {
        Interlocked.Increment(ref done);
        Say($"{ClearLine}  {report.Kata.Id}: {report.Verdict.Word()} ({report.Duration.TotalSeconds:0.0} s)\n");
    }

    public void Dispose() => Say(ClearLine);

    private void Say(string text)
    {
        if (!Terminal.IsLive)
        {
            return;
        }

        lock (gate)
        {
            Console.Error.Write(text);
        }
    }
}

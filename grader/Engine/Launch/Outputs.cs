using System.Text;
using Grader.Launch.Linux;

namespace Grader.Launch;

/// <summary>What a run prints: the pipe of each main, which its workers inherit, and one for everybody's standard error.</summary>
internal sealed class Outputs(Recorder recorder, Limits limits) : IDisposable
{
    private readonly List<OutputPipe> pipes = [];
    private readonly OutputPipe errors = new();
    private readonly StringBuilder errorText = new();

    /// <summary>Where standard error can be opened.</summary>
    public string ErrorPath => errors.Path;

    /// <summary>The last 64 Ki characters.</summary>
    public string StandardError => errorText.ToString();

    /// <summary>The descriptors from which something may still come.</summary>
    public IEnumerable<int> ReadEnds => pipes.Append(errors).Where(pipe => !pipe.IsAtEnd).Select(pipe => pipe.ReadEnd);

    /// <summary>The pipe of a main that has been started: nobody but the run holds its write end from now on.</summary>
    public void Add(OutputPipe pipe)
    {
        pipes.Add(pipe);
        pipe.CloseWriteEnd();
    }

    /// <summary>The pipe that a process has as its standard output; null when that is a message to somebody else.</summary>
    public OutputPipe? Of(int pid)
    {
        var link = ProcFile.Link($"/proc/{pid}/fd/1");
        return pipes.Find(pipe => pipe.Link == link);
    }

    /// <summary>Whether the process has everybody's standard error as its own.</summary>
    public bool IsErrorOf(int pid) => ProcFile.Link($"/proc/{pid}/fd/2") == errors.Link;

    /// <summary>Takes in what is there; false when there was nothing on standard output.</summary>
    /// <exception cref="LimitException">It is too much.</exception>
    public bool Read()
    {
        var any = false;
        foreach (var pipe in pipes.Where(pipe => pipe.Read()))
        {
            any = true;
            Stray(pipe.TakeRest());
            CheckSize(pipe);
        }

        ReadErrors();
        return any;
    }

    /// <summary>Waits for a line that has leave to appear on its pipe; false when its process is gone before.</summary>
    /// <param name="visit">Of a line.</param>
    /// <param name="laggards">They go on meanwhile: it may be a line of theirs.</param>
    /// <exception cref="UndecidedException">It has not appeared for a long time.</exception>
    public bool Appears(Visit visit, Laggards laggards)
    {
        var aWhile = laggards.Any ? 1 : 200;
        var pipe = visit.Player.Output!;
        for (var waited = 0; ; waited += aWhile)
        {
            // Asked first: whoever has come to his next gate by now has written his line, and waits for no laggard.
            var areAllStill = laggards.AreAllStill();
            var ended = visit.Player.File.HasEnded();
            pipe.Read();
            if (pipe.Claim(visit.Output, out var stray))
            {
                Stray(stray);
                CheckSize(pipe);
                return true;
            }

            if (ended)
            {
                return false;
            }

            CheckSize(pipe);
            if (areAllStill)
            {
                laggards.GoOn(isSeen: false);
            }

            if (Poll.Any([pipe.ReadEnd, visit.Player.File.File], aWhile))
            {
                continue;
            }

            if (Of(visit.Player.Pid) != pipe)
            {
                // It has closed its output, or turned it elsewhere: the line went nowhere.
                return false;
            }

            const int tooLong = 10_000;
            if (waited > tooLong)
            {
                throw new UndecidedException($"a line of {visit.What.Role} had leave and did not appear");
            }
        }
    }

    public void Dispose()
    {
        pipes.ForEach(pipe => pipe.Dispose());
        errors.Dispose();
    }

    private void ReadErrors()
    {
        errors.Read();

        // It is read and mostly thrown away, but not for ever.
        const int timesOutput = 8;
        if (errors.TotalBytes > (long)limits.OutputBytes * timesOutput)
        {
            throw new LimitException("output-limit", $"more than {(long)limits.OutputBytes * timesOutput} bytes on standard error");
        }

        errorText.Append(errors.TakeRest());
        const int kept = 64 * 1024;
        if (errorText.Length > kept)
        {
            errorText.Remove(0, errorText.Length - kept);
        }
    }

    private void Stray(string text)
    {
        if (text.Length > 0)
        {
            recorder.Add(new Signal.StrayOutput(text));
        }
    }

    private void CheckSize(OutputPipe pipe)
    {
        if (pipe.TotalBytes > limits.OutputBytes)
        {
            throw new LimitException("output-limit", $"more than {limits.OutputBytes} bytes of output");
        }
    }
}

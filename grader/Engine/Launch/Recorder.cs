using System.Diagnostics;
using Grader.Contract;

namespace Grader.Launch;

/// <summary>Takes the facts down in the order in which the grader comes to know them.</summary>
internal sealed class Recorder
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<Signal> signals = [];
    private readonly List<Happening> happenings = [];

    public IReadOnlyList<Signal> Signals => signals;

    /// <summary>What processes have come to so far: what expectations count.</summary>
    public IReadOnlyList<Happening> Happenings => happenings;

    public TimeSpan Elapsed => clock.Elapsed;

    public void Add(Signal signal)
    {
        signals.Add(signal with { At = clock.Elapsed });
        if (signal is Signal.Reached reached)
        {
            happenings.Add(reached.What);
        }
        else if (signal is Signal.Gone { Actor: { IsKata: true } actor })
        {
            happenings.Add(new Happening(Moment.End, actor.Role));
        }
    }
}

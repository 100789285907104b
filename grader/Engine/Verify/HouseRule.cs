using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>What every program keeps to, whatever the kata: the grader's guard rails, plain lines on standard output, nothing left behind, no false words (<see cref="Forged"/>).</summary>
public static class HouseRule
{
    public static IEnumerable<Finding> Check(RunTrace trace) => [.. Limits(trace), .. Stray(trace), .. Leftovers(trace)];

    private static IEnumerable<Finding> Limits(RunTrace trace)
    {
        foreach (var (item, limit) in trace.Of<Signal.LimitHit>())
        {
            yield return new Finding(limit.Code, trace.Scenario.Name, limit.Reason, [item.Number]);
        }
    }

    private static IEnumerable<Finding> Stray(RunTrace trace) => trace.Of<Signal.StrayOutput>().Take(1).Select(stray =>
        new Finding(Code.WrongOutput, trace.Scenario.Name, $"`{Short(stray.Fact.Text)}` was written to standard output, but not printed with Console.WriteLine.", [stray.Event.Number]));

    /// <summary>A run that was cut short, or whose main was killed, had no chance to tidy up.</summary>
    private static IEnumerable<Finding> Leftovers(RunTrace trace)
    {
        var tidy = trace.Ending().How == RunEnd.Ended && !trace.SignalsSent().Any(sent => Who.IsMain(sent.Target.Role) && trace.EndOf(sent.Target) is not { Status.Code: not null });
        var left = tidy ? trace.Of<Signal.Leftover>().ToList() : [];
        if (left.Count > 0)
        {
            yield return new Finding(Code.Leftovers, trace.Scenario.Name, $"The run left {Phrases.List([.. left.Select(leftover => $"`{leftover.Fact.Path}`")])} behind.",
                [.. left.Select(leftover => leftover.Event.Number)]);
        }
    }

    /// <summary>The first false message; it ends the run.</summary>
    public static IEnumerable<Finding> Forged(RunTrace trace) => trace.Of<Signal.Forged>().Take(1).Select(forged =>
        new Finding(Code.ForgedMessage, trace.Scenario.Name, $"{forged.Fact.Actor?.Role ?? "Somebody"} sent the grader a false message: {forged.Fact.Reason}.", [forged.Event.Number], forged.Fact.Actor?.Role));

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length > 60 ? line[..60] + "…" : line;
    }
}

using Grader.Contract;
using Grader.Launch;
using Grader.Verify;
using Katas.Tests.Spec;

namespace Benchmarks;

/// <summary>
/// How long it takes to prove a deadlock: from the start of the tree to the settling that proves it, against the same tree bare until everybody in it is blocked.
/// Compiling and explaining are not counted.
/// </summary>
internal static class DeadlockProof
{
    private const int Rounds = 7;

    public static void Measure(Programs programs)
    {
        using var launcher = new Launcher();
        launcher.WarmUp();
        var ratios = new List<double>();
        Console.WriteLine("deadlocks, in milliseconds (medians)                                 bare   proof  ratio");
        foreach (var specimen in Corpus.Mistakes.Where(specimen => specimen.Mistake!.Code == Code.Deadlock).Where(programs.Wants))
        {
            var (graded, bare) = programs.Build(specimen);
            var scenario = specimen.Kata.Scenarios.FirstOrDefault(scenario => scenario is { Steps: [], Pace: Pace.Free, Other: null } && Ends(launcher.Play(graded, scenario)) == RunEnd.Deadlock);
            if (scenario is null)
            {
                continue;
            }

            var pairs = Enumerable.Range(0, Rounds).Select(_ => (Bare: Blocked(bare, scenario), Proof: Proven(launcher.Play(graded, scenario)))).ToList();
            var (alone, proof) = (Median(pairs.Select(pair => pair.Bare)), Median(pairs.Select(pair => pair.Proof)));
            ratios.Add(proof / alone);
            Console.WriteLine($"  {specimen.Name["tests/Mistakes/".Length..],-62} {alone,7:0} {proof,7:0} {proof / alone,6:0.00}");
        }

        if (ratios.Count > 0)
        {
            Console.WriteLine($"  median of {ratios.Count} ratios: {Median(ratios):0.00}");
        }
    }

    private static double Blocked(Grader.Build.KataProgram program, Scenario scenario)
    {
        using var run = new BareRun(program, scenario);
        return run.UntilItBlocks();
    }

    private static RunEnd Ends(Recording recording) => recording.Signals.OfType<Signal.Ended>().Single().How;

    private static double Proven(Recording recording) => recording.Signals.OfType<Signal.Settled>().Last().At.TotalMilliseconds;

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}

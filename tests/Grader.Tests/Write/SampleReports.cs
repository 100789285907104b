using Grader.Build;
using Grader.Contract;
using Grader.Launch.Stacks;
using Grader.Verify;
using Grader.Why;
using Grader.Write;

namespace Grader.Tests.Write;

/// <summary>Reports as the flow makes them, one of each verdict.</summary>
internal static class SampleReports
{
    public static KataReport Failed { get; } = Report("07-partial-join", Verdict.Failed, "") with
    {
        Duration = TimeSpan.FromMilliseconds(812),
        Scenarios = [new ScenarioVerdict("D does not wait for A or B", Verdict.Failed, "", Proven: true, [])],
        Diagnoses =
        [
            new Diagnosis(new Finding(Code.NeedlessWait, "D does not wait for A or B", "not shown", []))
            {
                Primary = true,
                Sentence = "main waits for A.",
                TryThis = "Wait for C alone.",
                Place = new SourcePlace("Program.cs", 14),
                SourceLine = "a.WaitForExit();",
                Replay = "dotnet run --project grader/Cli -- grade 07 --scenario \"D does not wait for A or B\"",
            },
            new Diagnosis(new Finding(Code.Orphan, "D does not wait for A or B", "not shown", [])) { Sentence = "B outlived the run." },
        ],
    };

    public static KataReport Passed { get; } = Report("01-cpu-count", Verdict.Passed, "");

    public static KataReport NotStarted { get; } = Report("02-hello-process", Verdict.NotStarted, "It is the stub as it was given.");

    public static KataReport Unknown { get; } = Report("03-arguments-and-names", Verdict.Unknown, "/proc is not there\n::error::forged") with
    {
        Scenarios = [new ScenarioVerdict("D does not wait for A or B", Verdict.Unknown, "/proc is not there", Proven: false, [])],
    };

    private static KataReport Report(string id, Verdict verdict, string reason)
    {
        var scenario = new Scenario(["4", "3", "4", "5"], Outcome.Nothing) { Name = "D does not wait for A or B" };
        return new KataReport(new KataContract(id, [scenario], Deterministic: false), new Submission(id, "/anywhere"), null, verdict, reason);
    }
}

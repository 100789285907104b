using Grader.Trace;
using Grader.Verify;

namespace Grader.Write;

/// <summary>The whole trace of every scenario that did not pass.</summary>
internal static class TraceText
{
    public static IEnumerable<string> Lines(KataReport report) =>
        report.Scenarios.Zip(report.Traces)
            .Where(played => played.First.Verdict != Verdict.Passed)
            .SelectMany(played => (IEnumerable<string>)
            [
                "",
                $"  The whole run of \"{played.First.Scenario}\" ({played.First.Verdict.Word()}):",
                .. Story.Tell(played.Second, withStandings: true).Select(line => "    " + Printable.Line(line)),
            ]);
}

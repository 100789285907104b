using System.Collections.Immutable;
using Grader.Verify;

namespace Grader.Write;

/// <summary>How many katas have which verdict, and what the command line returns for it.</summary>
public sealed record Summary(int Passed, int Failed, int NotStarted, int Unknown)
{
    public const int NothingFailed = 0;
    public const int SomethingFailed = 1;
    public const int CannotTell = 2;
    public const int WrongUsage = 64;

    public static Summary Of(IEnumerable<KataReport> reports)
    {
        var count = reports.CountBy(report => report.Verdict).ToDictionary();
        return new Summary(
            count.GetValueOrDefault(Verdict.Passed),
            count.GetValueOrDefault(Verdict.Failed),
            count.GetValueOrDefault(Verdict.NotStarted),
            count.GetValueOrDefault(Verdict.Unknown));
    }

    /// <summary>0: nothing failed; 1: a kata failed, or one that is required is not started; 2: the grader cannot tell, and none failed.</summary>
    /// <param name="isRequired">Whether a kata, by its id, must have been started.</param>
    public static int ExitCode(ImmutableArray<KataReport> reports, Predicate<string> isRequired)
    {
        if (reports.Any(report => report.Verdict == Verdict.Failed || (report.Verdict == Verdict.NotStarted && isRequired(report.Kata.Id))))
        {
            return SomethingFailed;
        }

        return reports.Any(report => report.Verdict == Verdict.Unknown) ? CannotTell : NothingFailed;
    }

    /// <summary>E.g. <c>3 passed, 1 failed, 24 not started</c>.</summary>
    public override string ToString() => string.Join(", ", Parts().DefaultIfEmpty("no kata"));

    private IEnumerable<string> Parts() =>
        new[] { (Passed, "passed"), (Failed, "failed"), (NotStarted, "not started"), (Unknown, "unknown") }
            .Where(part => part.Item1 > 0)
            .Select(part => $"{part.Item1} {part.Item2}");
}

using System.Collections.Immutable;
using Grader.Write;
using Katas.Tests.Spec;

namespace Grader.Tests.House;

/// <summary>The reports on the repository's own submissions. Asking for one begins them all: they are played side by side over the cores.</summary>
/// <param name="specimens">The submissions.</param>
/// <param name="brief">A way to a report with less than all scenarios, for who gives one.</param>
internal sealed class Graded(ImmutableArray<Specimen> specimens, Func<Specimen, Task<KataReport?>>? brief = null)
{
    private readonly Lazy<ImmutableDictionary<string, Task<KataReport>>> reports = new(() => specimens.ToImmutableDictionary(
        specimen => specimen.Name,
        async specimen => (brief is null ? null : await brief(specimen)) ?? await TestRun.Grading.Grade(specimen.Kata, specimen.Submission)));

    /// <param name="name">The <see cref="Specimen.Name"/>.</param>
    public Task<KataReport> Report(string name) => reports.Value[name];

    public Specimen Specimen(string name) => specimens.Single(specimen => specimen.Name == name);

    /// <summary>What a learner reads.</summary>
    public static string Plain(KataReport report) => TextReport.Write(report, new WritingOptions(Repository.Root, Ink.None));

    public static string Text(KataReport report) => TextReport.Write(report, new WritingOptions(Repository.Root, Ink.None, Verbose: true));
}

using System.Collections.Immutable;
using Grader.Build;
using Grader.Contract;
using Grader.Launch;
using Grader.Verify;
using Grader.Write;

namespace Katas.Tests.Spec;

/// <summary>
/// A submission under <c>tests/Hostile</c>, for kata 05. Its first line says <c>// hostile: </c> and then the verdicts that may be given, the codes that the primary
/// finding of a failed one may have, and what it takes: <c>linux-6.12</c> (a kernel at least that young), <c>namespaces</c>, <c>fence</c> (around files).
/// </summary>
/// <param name="Name">The folder's.</param>
/// <param name="Words">The first line's.</param>
public sealed record HostileProgram(string Name, ImmutableArray<string> Words)
{
    private const string Kata = "05-one-after-another";
    private const string Header = "// hostile: ";
    private const string Kernel = "linux-";
    private const string InNamespaces = "namespaces";
    private const string WithFence = "fence";

    public static ImmutableArray<HostileProgram> All { get; } =
    [
        .. Directory.GetDirectories(Repository.Below("tests", "Hostile"))
            .Order(StringComparer.Ordinal)
            .Select(folder => new HostileProgram(
                Path.GetFileName(folder), [.. File.ReadLines(Path.Combine(folder, "Program.cs")).First()[Header.Length..].Split(' ')])),
    ];

    /// <summary>Two of the kata's scenarios: the point is what becomes of the run, not what the kata asks for.</summary>
    public static KataContract Contract { get; } =
        KataCatalog.All.Single(kata => kata.Id == Kata) is var kata ? kata with { Scenarios = [.. kata.Scenarios.Take(2)] } : throw new InvalidOperationException();

    public string Folder => Repository.Below("tests", "Hostile", Name);

    public Submission Submission => new(Kata, Folder);

    private IEnumerable<string> Verdicts => Words.Where(word => Enum.TryParse<Verdict>(word, ignoreCase: true, out _));

    private IEnumerable<string> Codes => Words.Intersect(Code.InOrder);

    /// <summary>Whether what the first line says is promised with this protection on this machine.</summary>
    public bool IsPromised(Protection protection) =>
        Words.Where(word => word.StartsWith(Kernel, StringComparison.Ordinal)).All(word => Version.Parse(word[Kernel.Length..]) <= Environment.OSVersion.Version)
        && (protection.Namespaces || !Words.Contains(InNamespaces))
        && (protection.Files || !Words.Contains(WithFence));

    public bool IsAsStated(KataReport report) =>
        Verdicts.Contains(report.Verdict.ToString().ToLowerInvariant())
        && (report.Verdict != Verdict.Failed || !Codes.Any() || Codes.Contains(report.Primary!.Finding.Code));
}

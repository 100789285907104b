using System.Reflection;
using Grader;
using Grader.Build;
using Grader.Launch;
using Grader.Verify;
using Grader.Write;

namespace Katas.Tests.Spec;

/// <summary>What all tests of a run share: one compiler, one keeper of processes; each submission is compiled once.</summary>
public static class TestRun
{
    // Wrong submissions often only wait; two more places than processors keep these busy meanwhile.
    private static readonly Lazy<Grading> Shared = new(() => Grading.Open(new GradingOptions(Repository.Root)
    {
        CompileOnce = true,
        Jobs = Environment.ProcessorCount + 2,
        Sandbox = Sandbox,
    }));

    public static Grading Grading => Shared.Value;

    /// <summary>As the variable <c>KATAS_SANDBOX</c> says: <c>auto</c>, <c>namespaces</c> or <c>plain</c>.</summary>
    public static Sandbox Sandbox => Enum.Parse<Sandbox>(Environment.GetEnvironmentVariable("KATAS_SANDBOX") ?? "auto", ignoreCase: true);

    /// <summary>Plays the scenario of one spec method on the submission in <see cref="Repository.KatasRoot"/>.</summary>
    public static Task<ScenarioResult> Play(Type spec, MethodInfo method) => Play(spec, method, Repository.KatasRoot);

    /// <summary>Plays it on the submission in another folder, absolute.</summary>
    internal static Task<ScenarioResult> Play(Type spec, MethodInfo method, string root)
    {
        var kata = KataCatalog.Read(spec);
        var scenario = KataCatalog.Read(spec, method);
        return Grade(kata with { Scenarios = [scenario] }, Path.Combine(root, kata.Id));
    }

    private static async Task<ScenarioResult> Grade(Grader.Contract.KataContract kata, string folder)
    {
        var report = await Grading.Grade(kata, new Submission(kata.Id, folder));
        return report.Verdict switch
        {
            Verdict.Passed => new ScenarioResult.Passed(),
            Verdict.NotStarted => new ScenarioResult.Skipped($"Not started yet: open katas/{kata.Id}/README.md"),
            Verdict.Failed => new ScenarioResult.Red($"{kata.Id} failed", TextReport.Write(report, new WritingOptions(Repository.Root, Ink.None))),
            _ => new ScenarioResult.Red(ScenarioResult.CannotTell, TextReport.Write(report, new WritingOptions(Repository.Root, Ink.None))),
        };
    }
}

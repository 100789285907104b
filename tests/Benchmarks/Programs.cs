using System.Text.Json.Nodes;
using Grader.Build;
using Katas.Tests.Spec;

namespace Benchmarks;

/// <summary>Compiles submissions, each twice: as the grader runs it, and bare, without the probe.</summary>
internal sealed class Programs(IReadOnlyList<string> katas) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kata-bench-").FullName;
    private readonly Compiler compiler = new(Repository.Below("katas", "toolkit"));
    private int count;

    /// <summary>Whether the kata was asked for: by its id or its number; none named means all.</summary>
    public bool Wants(Specimen specimen) => katas.Count == 0 || katas.Any(kata => specimen.Kata.Id == kata || specimen.Kata.Id.StartsWith(kata + "-", StringComparison.Ordinal));

    public (KataProgram Graded, KataProgram Bare) Build(Specimen specimen) => (Compile(specimen), WithoutProbe(Compile(specimen)));

    public void Dispose()
    {
        compiler.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private KataProgram Compile(Specimen specimen) =>
        compiler.Build(specimen.Submission, stub: null, Path.Combine(folder, $"{++count}"), socketPath: "") switch
        {
            BuildResult.Built built => built.Program,
            var other => throw new InvalidOperationException($"{specimen.Name}: {other}"),
        };

    private static KataProgram WithoutProbe(KataProgram program)
    {
        var path = Path.Combine(program.Folder, "kata.runtimeconfig.json");
        var settings = JsonNode.Parse(File.ReadAllText(path))!;
        settings["runtimeOptions"]!["configProperties"]!.AsObject().Remove("STARTUP_HOOKS");
        File.WriteAllText(path, settings.ToJsonString());
        return program;
    }
}

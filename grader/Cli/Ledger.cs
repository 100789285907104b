using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Katas.Tests.Spec;

namespace Grader.Cli;

/// <summary>
/// How often each submission was graded with which result, without and with load. Kept in a file, counts go on where they were left: hours of gradings need
/// not be made in one piece. What was counted counts only as long as nothing that decides a verdict has changed: grader, spec, submission.
/// </summary>
public sealed class Ledger
{
    private const string Header = "# submission, load, times, result, of what (a hash of the grader's, the spec's and the submission's source)";
    private const string Busy = "busy";
    private const string Idle = "idle";

    private readonly ConcurrentDictionary<Entry, int> counts = [];
    private readonly ImmutableArray<Specimen> specimens;
    private readonly ImmutableDictionary<string, string> sources;
    private readonly string? path;
    private readonly Lock file = new();

    /// <param name="path">Null when nothing is kept. A file that does not exist is made at the first <see cref="Save"/>.</param>
    /// <param name="specimens">Whose counts they are.</param>
    /// <exception cref="UsageException">The file holds something else.</exception>
    public Ledger(string? path, ImmutableArray<Specimen> specimens)
    {
        (this.path, this.specimens) = (path, specimens);
        var grader = Hash("", "grader/Engine", "grader/Probe", "tests/Katas.Tests/Spec");
        sources = specimens.ToImmutableDictionary(specimen => specimen.Name, specimen => Hash(grader, SpecOf(specimen), specimen.Name));
        foreach (var line in path is not null && File.Exists(path) ? File.ReadLines(path).Where(line => !line.StartsWith('#')) : [])
        {
            if (line.Split('\t') is not [var name, (Busy or Idle) and var load, var times, var result, var source] || !int.TryParse(times, out var count))
            {
                throw new UsageException($"\"{path}\" is no ledger of gradings: it has the line \"{line}\".");
            }

            if (sources.GetValueOrDefault(name) == source)
            {
                counts[new Entry(name, load == Busy, result)] = count;
            }
        }
    }

    public int Gradings => counts.Values.Sum();

    public int Times(Specimen specimen, bool withLoad) => Of(specimen).Where(entry => entry.Key.WithLoad == withLoad).Sum(entry => entry.Value);

    /// <summary>How often each result came.</summary>
    public ImmutableDictionary<string, int> Results(Specimen specimen) =>
        Of(specimen).GroupBy(entry => entry.Key.Result).ToImmutableDictionary(group => group.Key, group => group.Sum(entry => entry.Value));

    public void Add(Specimen specimen, bool withLoad, string result) => counts.AddOrUpdate(new Entry(specimen.Name, withLoad, result.Replace('\t', ' ')), 1, (_, count) => count + 1);

    /// <summary>Writes the file anew. Lines of submissions that are not counted this time stay as they are.</summary>
    public void Save()
    {
        if (path is null)
        {
            return;
        }

        lock (file)
        {
            var others = File.Exists(path) ? File.ReadLines(path).Where(line => !line.StartsWith('#') && !sources.ContainsKey(line.Split('\t')[0])) : [];
            var own = from specimen in specimens
                      from entry in Of(specimen)
                      select string.Join('\t', specimen.Name, entry.Key.WithLoad ? Busy : Idle, entry.Value, entry.Key.Result, sources[specimen.Name]);
            File.WriteAllLines(path, [Header, .. others.Concat(own).Order(StringComparer.Ordinal)]);
        }
    }

    private IEnumerable<KeyValuePair<Entry, int>> Of(Specimen specimen) => counts.Where(entry => entry.Key.Specimen == specimen.Name);

    private static string SpecOf(Specimen specimen) =>
        Path.GetRelativePath(Repository.Root, Directory.GetFiles(Repository.Below("tests", "Katas.Tests"), $"{specimen.Kata.Id[..2]}-*.cs").Single());

    /// <param name="before">Goes in first.</param>
    /// <param name="paths">Files, or folders with all C# files below them; from the repository's root.</param>
    private static string Hash(string before, params IEnumerable<string> paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(before));
        foreach (var source in paths.Select(path => Repository.Below(path)).SelectMany(FilesOf))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(Repository.Root, source)));
            hash.AppendData(File.ReadAllBytes(source));
        }

        return Convert.ToHexString(hash.GetHashAndReset())[..12];
    }

    private static IEnumerable<string> FilesOf(string path) => File.Exists(path)
        ? [path]
        : Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories).Where(file => !IsBuilt(Path.GetRelativePath(path, file))).Order(StringComparer.Ordinal);

    private static bool IsBuilt(string path) => path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    private sealed record Entry(string Specimen, bool WithLoad, string Result);
}

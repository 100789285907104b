using System.Collections.Immutable;
using Grader.Write;

namespace Grader.Cli;

/// <summary>The formats by their names.</summary>
public static class Formats
{
    private static readonly ImmutableSortedDictionary<string, Func<ImmutableArray<KataReport>, WritingOptions, string>> ByName =
        new Dictionary<string, Func<ImmutableArray<KataReport>, WritingOptions, string>>
        {
            ["text"] = TextReport.WriteAll,
            ["json"] = JsonReport.Write,
        }.ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="UsageException">There is no such format.</exception>
    public static Func<ImmutableArray<KataReport>, WritingOptions, string> Find(string name) =>
        ByName.TryGetValue(name, out var write)
            ? write
            : throw new UsageException($"There is no format \"{name}\": choose one of {string.Join(", ", ByName.Keys)}.");
}

using System.Globalization;
using Grader.Launch;

namespace Grader.Cli;

/// <summary><c>--limit name=number</c>: the guard rails of a run by their names.</summary>
public static class LimitNames
{
    private static readonly Dictionary<string, Func<Limits, int, Limits>> Setters = new()
    {
        ["processes"] = (limits, number) => limits with { Processes = number },
        ["output-bytes"] = (limits, number) => limits with { OutputBytes = number },
        ["memory-mb"] = (limits, number) => limits with { MemoryBytes = (long)number << 20 },
        ["cpu-seconds"] = (limits, number) => limits with { CpuSeconds = number },
        ["files"] = (limits, number) => limits with { Files = number },
        ["file-mb"] = (limits, number) => limits with { FileBytes = (long)number << 20 },
        ["timed-seconds"] = (limits, number) => limits with { TimedMilliseconds = checked(number * 1000) },
        ["wall-seconds"] = (limits, number) => limits with { RunMilliseconds = checked(number * 1000) },
    };

    public static string All { get; } = string.Join(", ", Setters.Keys);

    /// <exception cref="UsageException">Not <c>name=number</c>, or a name that is not known.</exception>
    public static Limits Read(IEnumerable<string> texts) => texts.Aggregate(Limits.Default, Set);

    private static Limits Set(Limits limits, string text)
    {
        var parts = text.Split('=');
        return parts.Length == 2
            && Setters.TryGetValue(parts[0], out var set)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= 1_000_000_000
            && !(parts[0].EndsWith("-seconds", StringComparison.Ordinal) && number > 1_000_000)
            ? set(limits, number)
            : throw new UsageException($"--limit wants <name>=<number>, where the name is one of {All}; not \"{text}\".");
    }
}

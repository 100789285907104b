namespace Grader.Cli;

/// <summary>Finds what somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>At most three candidates that differ from <paramref name="word"/> in few letters, the nearest first; those that contain it count as near.</summary>
    public static IReadOnlyList<string> To(string word, IEnumerable<string> candidates) =>
    [
        .. candidates
            .Select(candidate => (candidate, distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= Math.Max(2, word.Length / 2))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Take(3)
            .Select(pair => pair.candidate),
    ];

    /// <summary><c> Did you mean a, b or c?</c>, or nothing.</summary>
    public static string Question(IReadOnlyList<string> names) => names switch
    {
        [] => "",
        [var only] => $" Did you mean {only}?",
        _ => $" Did you mean {string.Join(", ", names.SkipLast(1))} or {names[^1]}?",
    };

    private static int Distance(string word, string candidate) =>
        word.Length >= 3 && candidate.Contains(word, StringComparison.Ordinal)
            ? 1
            : Parts(candidate).Min(part => Edits(word, part));

    /// <summary>A kata may be meant by its whole name, its number or the rest.</summary>
    private static IEnumerable<string> Parts(string candidate) =>
        candidate.Length > 3 && candidate[2] == '-' ? [candidate, candidate[..2], candidate[3..]] : [candidate];

    /// <summary>How many letters must be put in, taken out or changed (Levenshtein).</summary>
    private static int Edits(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[b.Length];
    }
}

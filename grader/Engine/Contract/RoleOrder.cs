namespace Grader.Contract;

/// <summary>The order of roles: main first, then by name with numbers by their value (w2 before w10), the second run's processes after the first's.</summary>
public sealed class RoleOrder : IComparer<string>
{
    public static readonly RoleOrder Instance = new();

    private RoleOrder()
    {
    }

    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        var byRank = Rank(a).CompareTo(Rank(b));
        return byRank != 0 ? byRank : CompareNaturally(a, b);
    }

    private static int Rank(string role) => role switch
    {
        Who.Main => 0,
        Who.OtherPrefix + Who.Main => 2,
        _ when Who.BelongsToOther(role) => 3,
        _ => 1,
    };

    private static int CompareNaturally(string a, string b)
    {
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                var (left, right) = (NumberAt(a, ref i), NumberAt(b, ref j));
                var byValue = left.Length != right.Length ? left.Length - right.Length : string.CompareOrdinal(left, right);
                if (byValue != 0)
                {
                    return byValue;
                }
            }
            else if (a[i] != b[j])
            {
                return a[i] - b[j];
            }
            else
            {
                i++;
                j++;
            }
        }

        var byRest = (a.Length - i) - (b.Length - j);
        return byRest != 0 ? byRest : string.CompareOrdinal(a, b);
    }

    /// <summary>The digits from <paramref name="at"/> on, without leading zeros.</summary>
    private static string NumberAt(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return text[start..at].TrimStart('0');
    }
}

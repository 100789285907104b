using Grader.Contract;

namespace Grader.Launch;

/// <summary>The order of roles: main first, then names as people sort them (w2 before w10), the second run last.</summary>
public sealed class RoleOrder : IComparer<string>
{
    public static readonly RoleOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var byRank = Rank(x!).CompareTo(Rank(y!));
        return byRank != 0 ? byRank : Natural(x!, y!);
    }

    private static int Rank(string role) => role switch
    {
        Who.Main => 0,
        Who.OtherPrefix + Who.Main => 2,
        _ => role.StartsWith(Who.OtherPrefix, StringComparison.Ordinal) ? 3 : 1,
    };

    private static int Natural(string x, string y)
    {
        var (prefixX, numberX) = Split(x);
        var (prefixY, numberY) = Split(y);
        var byPrefix = string.CompareOrdinal(prefixX, prefixY);
        return byPrefix != 0 ? byPrefix : numberX != numberY ? numberX.CompareTo(numberY) : string.CompareOrdinal(x, y);
    }

    private static (string Prefix, long Number) Split(string role)
    {
        var digits = role.Reverse().TakeWhile(char.IsAsciiDigit).Take(18).Count();
        return digits == 0 ? (role, -1) : (role[..^digits], long.Parse(role[^digits..]));
    }
}

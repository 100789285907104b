namespace Grader.Contract;

/// <summary>Which lines a point speaks of.</summary>
public sealed record Wording
{
    public static readonly Wording Any = new("any line", (_, _) => true);
    public static readonly Wording First = new("the first line", (_, nth) => nth == 1);

    private readonly Func<string, int, bool> fits;

    private Wording(string words, Func<string, int, bool> fits)
    {
        Words = words;
        this.fits = fits;
    }

    /// <summary>How the wording is said in a report, e.g. <c>`put 3`</c>.</summary>
    public string Words { get; }

    public static implicit operator Wording(string exact) => Exactly(exact);

    public static Wording Exactly(string text) => new($"`{text}`", (line, _) => line == text);

    public static Wording StartingWith(string prefix) => new($"`{prefix}…`", (line, _) => line.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The role's line number <paramref name="n"/>, counted from 1, whatever it says.</summary>
    public static Wording Number(int n) => new($"line {n}", (_, nth) => nth == n);

    public bool Fits(string line, int nth) => fits(line, nth);

    public bool Equals(Wording? other) => other is not null && Words == other.Words;

    public override int GetHashCode() => Words.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Words;
}

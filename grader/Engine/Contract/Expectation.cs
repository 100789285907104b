namespace Grader.Contract;

/// <summary>What must be true once everything has settled.</summary>
public abstract record Expectation
{
    private Expectation()
    {
    }

    public static implicit operator Expectation(Point point) => new Count(point, 1, int.MaxValue);

    /// <summary>So many happenings fit the point, counted from the beginning of the run. A line counts as soon as its process stands at the gate.</summary>
    public sealed record Count(Point Point, int AtLeast, int AtMost) : Expectation
    {
        public override string ToString() => (AtLeast, AtMost) switch
        {
            (_, 0) => $"{Point} never happened",
            (1, int.MaxValue) => $"{Point} happened",
            (_, int.MaxValue) => $"{Point} happened at least {AtLeast} times",
            (0, _) => $"{Point} happened at most {AtMost} times",
            _ when AtLeast == AtMost => $"{Point} happened exactly {AtLeast} times",
            _ => $"{Point} happened {AtLeast} to {AtMost} times",
        };
    }

    /// <summary>Somebody of that name lives and is held at no gate: he can go no further by himself.</summary>
    public sealed record Parked(Who Who) : Expectation
    {
        public override string ToString() => $"{Who} is parked";
    }
}

namespace Grader.Contract;

/// <summary>A point in the lives of processes, used both as a gate to hold at and as a pattern that happenings are counted with.</summary>
public sealed record Point(Moment Moment, Who Who, Wording Wording)
{
    public static Point Start(Who who) => new(Moment.Start, who, Wording.Any);

    public static Point Line(Who who, Wording wording) => new(Moment.Line, who, wording);

    public static Point FirstLine(Who who) => new(Moment.Line, who, Wording.First);

    public static Point Exit(Who who) => new(Moment.Exit, who, Wording.Any);

    public static Point End(Who who) => new(Moment.End, who, Wording.Any);

    public bool Fits(Happening happening) =>
        happening.Moment == Moment && Who.Fits(happening.Role) && (Moment != Moment.Line || Wording.Fits(happening.Text, happening.Nth));

    public override string ToString() => Moment switch
    {
        Moment.Start => $"the start of {Who}",
        Moment.Line => $"{Wording} of {Who}",
        Moment.Exit => $"the exit of {Who}",
        _ => $"the end of {Who}",
    };
}

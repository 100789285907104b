namespace Grader.Contract;

/// <summary>That a process came to a moment. All that a <see cref="Point"/> needs to know to say whether it is meant.</summary>
/// <param name="Moment">Which moment.</param>
/// <param name="Role"><c>main</c> or a worker's name; processes of the second run of a scenario carry the prefix <see cref="Who.OtherPrefix"/>.</param>
/// <param name="Text">The line without its end, for <see cref="Moment.Line"/>; else empty.</param>
/// <param name="Nth">For a line: 1 for the role's first line, and so on; else 0.</param>
public sealed record Happening(Moment Moment, string Role, string Text = "", int Nth = 0);

namespace Grader.Contract;

/// <summary>What can happen to a process that a scenario speaks of. The first three are gates: the process waits there for the grader's leave.</summary>
public enum Moment
{
    /// <summary>The process exists and stands before its <c>Main</c>.</summary>
    Start,

    /// <summary>The process is inside <c>Console.WriteLine</c>; the line has not appeared yet.</summary>
    Line,

    /// <summary>The process leaves in an orderly way and stands in <c>ProcessExit</c>.</summary>
    Exit,

    /// <summary>The process is gone. No gate: nobody can be held here.</summary>
    End,
}

using Grader.Build;
using Grader.Launch.Stacks;

namespace Grader.Why.Source;

/// <summary>Questions about loops, and about what is said and heard in them.</summary>
internal static class Loops
{
    private static readonly string[] Names = ["while", "for", "foreach"];
    private static readonly string[] Sends = ["Ask", "AskAsync", "WriteLine", "WriteLineAsync", "Write", "WriteAsync", "Send", "SendAsync", "Signal", "Release", "ReleaseMutex", "Set", "WriteByte"];
    private static readonly string[] Hears = ["Ask", "AskAsync", "ReadLine", "ReadLineAsync", "Read", "ReadAsync", "ReadString", "ReadInt32", "ReadByte", "Receive", "ReceiveAsync", "Take"];

    /// <summary>The innermost loop around a call.</summary>
    public static SourceCall? Around(this ProgramMap program, SourceCall call) =>
        Near(program, call).LastOrDefault(loop => loop.Depth < call.Depth);

    /// <summary>The last loop that is over where a call stands: its end lets the program come there.</summary>
    public static SourceCall? OverBefore(this ProgramMap program, SourceCall call) =>
        Near(program, call).LastOrDefault(loop => loop.Depth == call.Depth && loop.Line < call.Line);

    /// <summary>What is told somebody else just before a line is printed, and is a mere word (<c>done</c>), no data: said before it is done.</summary>
    public static SourceCall? SaidBefore(this ProgramMap program, SourceCall print) => program.Calls.LastOrDefault(call =>
        SameStretch(program, call, print) && call is { AssignedTo.Length: 0, Names.IsEmpty: true } && Sends.Contains(call.Name) && !ProgramMap.IsPrint(call) && !program.On(ProgramMap.PlaceOf(call)).Any(IsCondition));

    /// <summary>What is fetched just before a line is printed, and is not what that line is about: fetched ahead.</summary>
    public static SourceCall? FetchedAhead(this ProgramMap program, SourceCall print) => program.Calls.LastOrDefault(call =>
        SameStretch(program, call, print) && call.AssignedTo.Length > 0 && Hears.Contains(call.Name) && !print.Names.Contains(call.AssignedTo));

    /// <summary>A loop that only says, followed by another one in which the answers are heard and printed.</summary>
    public static SourceCall? AllSaidBefore(this ProgramMap program, SourceCall print)
    {
        if (print.Depth == 0 || !program.Calls.Any(call => call.File == print.File && Math.Abs(call.Line - print.Line) <= 2 && Hears.Contains(call.Name)) || program.Around(print) is not { } loop)
        {
            return null;
        }

        var said = program.Calls.LastOrDefault(call => call.File == print.File && call.Method == print.Method && call.Line < loop.Line && call.Depth == print.Depth
            && Sends.Contains(call.Name) && call.AssignedTo.Length == 0 && !ProgramMap.IsPrint(call));
        return said is not null && program.Around(said) is { } first && !program.Calls.Any(call => call.File == said.File && call.Method == said.Method && call.Line >= first.Line && call.Line < loop.Line && Hears.Contains(call.Name))
            ? said : null;
    }

    public static SourceCall? PrintAt(this ProgramMap program, SourcePlace? place) => place is null ? null : program.On(place).FirstOrDefault(ProgramMap.IsPrint) ?? program.On(place).FirstOrDefault();

    public static bool IsHeard(SourceCall call) => Hears.Contains(call.Name);

    public static bool IsCondition(SourceCall call) => call.Name is "if" or "while" or "for";

    private static IEnumerable<SourceCall> Near(ProgramMap program, SourceCall call) =>
        program.Calls.Where(loop => Names.Contains(loop.Name) && loop.File == call.File && loop.Method == call.Method && loop.Line <= call.Line);

    /// <summary>Both stand in the same round of the same loop, the first before the second.</summary>
    private static bool SameStretch(ProgramMap program, SourceCall call, SourceCall print) =>
        call.File == print.File && call.Method == print.Method && call.Line < print.Line && call.Depth == print.Depth && program.Around(call) == program.Around(print);
}

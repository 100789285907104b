using Grader.Build;
using Grader.Contract;
using Grader.Launch;
using Grader.Launch.Stacks;
using Grader.Trace;
using Grader.Verify;
using Grader.Why.Show;
using Grader.Why.Source;

namespace Grader.Why.Causes;

/// <summary>Lines that are wrong, missing or too many, and items that a queue loses, repeats, reorders or cuts.</summary>
internal static class Output
{
    public static Cause Wrong(Scene scene)
    {
        if (scene.EventAt(scene.At)?.Fact is Launch.Signal.StrayOutput)
        {
            return AroundTheConsole(scene);
        }

        var suspect = Suspects.Of(scene);
        var place = suspect is null ? Place(scene) : ProgramMap.PlaceOf(suspect.Value.Call);
        var where = suspect is null ? (place is null ? "." : $" ({place}).") : $". {suspect.Value.Why}";
        return new Cause(place, $"{Processes.Sentence(scene).TrimEnd('.')}{where}", "Compare the two character by character: what is printed has to be exactly what the task lists.")
        {
            Evidence = OutputDiff.Of(scene),
        };
    }

    private static Cause AroundTheConsole(Scene scene)
    {
        var call = scene.Program.Named("SetOut", "OpenStandardOutput", "write").FirstOrDefault();
        var place = call is null ? null : ProgramMap.PlaceOf(call);
        return new Cause(place, $"{Processes.Sentence(scene).TrimEnd('.')}{(call is null ? "" : $": look at `{call.Name}` at {place}")}.",
            "Print each line with `Console.WriteLine`, and leave `Console.Out` as it is: that writes a line in one piece, at once.");
    }

    public static Cause HardCoded(Scene scene)
    {
        if (scene.Program.StartOf(scene.Finding.Role ?? "") is { } start && Processes.Count(scene, start) is { } count)
        {
            return new Cause(ProgramMap.PlaceOf(count), $"{Processes.Sentence(scene).TrimEnd('.')}. How many are started ({ProgramMap.PlaceOf(start)}) is said at {ProgramMap.PlaceOf(count)}.", "Is that number the one that the task asks for, in every run?");
        }

        var printed = Place(scene);
        var words = (scene.Breaking?.What.Text ?? "").Split(' ', ':').Concat(scene.Case.Traces.SelectMany(trace => trace.Scenario.Arguments)).Where(word => word.Length > 0).ToHashSet();
        var number = scene.Program.Named("number").FirstOrDefault(call => call.Literals.Any(words.Contains) && call.Literals[0] is not ("0" or "1" or "2"));
        var place = number is null ? printed : ProgramMap.PlaceOf(number);
        return new Cause(place, $"{Processes.Sentence(scene).TrimEnd('.')}{(place is null ? "" : number is null ? $" ({place})" : $": the {number.Literals[0]} at {place} stands in the program")}.",
            "Take the value from the arguments, or from the machine, in every run.");
    }

    public static Cause Items(Scene scene)
    {
        var suspect = Suspects.Of(scene);
        var printed = Place(scene);
        if (scene.Finding.Code == Code.TornItem)
        {
            // Which pieces came where is chance.
            var torn = suspect is null ? printed : ProgramMap.PlaceOf(suspect.Value.Call);
            return new Cause(torn, $"{Words.Capital(Words.Name(scene.Finding.Role ?? Who.Main))} printed a line that nobody sent like that: an item was cut, or several were glued together.{(suspect is null ? (torn is null ? "" : $" ({torn})") : $" {suspect.Value.Why}")}", Advice(Code.TornItem));
        }

        var place = suspect is null ? printed : ProgramMap.PlaceOf(suspect.Value.Call);
        if ((suspect is null || suspect.Value.Call.Name is "++" or "TryDequeue" or "Dequeue") && scene.Finding.Code == Code.LostItem && Choice(scene) is { } choice)
        {
            return new Cause(ProgramMap.PlaceOf(choice.Condition), $"{Processes.Sentence(scene)} Main printed {Visible.Quoted(choice.Line.What.Text, 40)} instead; the condition at {ProgramMap.PlaceOf(choice.Condition)} led it there.", Advice(scene.Finding.Code)) { Evidence = OutputDiff.Of(scene) };
        }

        if (suspect is null && scene.Finding.Code == Code.LostItem && Loop(scene) is { } loop)
        {
            if (scene.Program.Named("catch").FirstOrDefault(handler => handler.File == loop.File && handler.Method == loop.Method && handler.Line > loop.Line && handler.Depth <= loop.Depth) is { } late)
            {
                return new Cause(ProgramMap.PlaceOf(late), $"{Processes.Sentence(scene)} An exception ends the loop at {ProgramMap.PlaceOf(loop)}: it is caught only at {ProgramMap.PlaceOf(late)}, outside of it.",
                    "Catch it inside the loop, so that the next round still comes.")
                { Evidence = OutputDiff.Of(scene) };
            }

            return new Cause(ProgramMap.PlaceOf(loop), $"{Processes.Sentence(scene)} The loop at {ProgramMap.PlaceOf(loop)} is over before everything has come.", Advice(scene.Finding.Code)) { Evidence = OutputDiff.Of(scene) };
        }

        var why = suspect is null ? (printed is null ? "" : $" ({printed})") : $" {suspect.Value.Why}";
        return new Cause(place, $"{Processes.Sentence(scene)}{why}", Advice(scene.Finding.Code)) { Evidence = OutputDiff.Of(scene) };
    }

    /// <summary>A line that main should not have printed, and the condition above it.</summary>
    private static (Occurrence Line, SourceCall Condition)? Choice(Scene scene)
    {
        var run = Grader.Verify.Run.Of(scene.Trace!).First();
        return Match.Of(run).Unexpected.Where(line => line.Actor.Parent is null)
            .Select(line => (Line: line, Print: scene.Program.PrintAt(scene.PlaceOf(line))))
            .Where(found => found.Print is not null)
            .Select(found => (found.Line, Condition: scene.Program.Named("if").LastOrDefault(choice => choice.File == found.Print!.File && choice.Method == found.Print.Method && choice.Line < found.Print.Line && choice.Depth == found.Print.Depth && found.Print.Depth > 0)))
            .Where(found => found.Condition is not null)
            .Select(found => ((Occurrence, SourceCall)?)(found.Line, found.Condition!))
            .FirstOrDefault();
    }

    /// <summary>The loop in which the lost lines would have been printed.</summary>
    private static SourceCall? Loop(Scene scene) =>
        OutputDiff.Missing(scene).FirstOrDefault() is { } missing && scene.PlaceOfLike(missing, scene.Finding.Role) is { } place && scene.Program.PrintAt(place) is { } print
            ? scene.Program.Around(print) : null;

    private static string Advice(string code) => code switch
    {
        Code.LostItem => "Follow one item from where it is put to where it is printed: on which way can it get lost? Wait for the end mark, not for an empty queue, and send everything before the process ends.",
        Code.DuplicateItem => "Each item may be taken by one only: taking and removing have to be one step.",
        Code.WrongOrder => "Keep one order from the beginning to the end: one queue, or a number that travels with each item.",
        _ => "Give each item a frame (a line, or its length in front), and read until the whole item is there.",
    };

    private static SourcePlace? Place(Scene scene)
    {
        if (scene.Finding.Code == Code.WrongOutput && OutputDiff.FirstWrong(scene) is { } wrong && scene.PlaceOf(wrong) is { } first)
        {
            return first;
        }

        if (scene.Breaking is { What.Moment: Moment.Line } breaking && scene.PlaceOf(breaking) is { } printed)
        {
            return printed;
        }

        // A line that never came: who would print it?
        var role = scene.Finding.Role;
        var missing = OutputDiff.Missing(scene).FirstOrDefault();
        if (missing is not null && scene.Program.PrintOf(missing, main: role is null or Who.Main) is { } writer)
        {
            return writer;
        }

        var last = scene.Trace?.PrintedLines().LastOrDefault(line => line.Actor.Role == role);
        return last is not null ? scene.PlaceOf(last)
            : role is not (null or Who.Main) && scene.Program.StartOf(role) is { } start ? ProgramMap.PlaceOf(start) : null;
    }
}

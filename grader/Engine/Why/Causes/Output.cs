using System.Collections.Immutable;
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
        var suspect = Suspects.Of(scene);
        var place = suspect is null ? Place(scene) : ProgramMap.PlaceOf(suspect.Value.Call);
        var where = suspect is null ? (place is null ? "." : $" ({place}).") : $". {suspect.Value.Why}";
        return new Cause(place, $"{Processes.Sentence(scene).TrimEnd('.')}{where}", "Compare the two character by character: what is printed has to be exactly what the task lists.")
        {
            Evidence = OutputDiff.Of(scene),
        };
    }

    public static Cause HardCoded(Scene scene)
    {
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
        var place = suspect is null ? printed : ProgramMap.PlaceOf(suspect.Value.Call);
        var why = suspect is null ? (printed is null ? "" : $" ({printed})") : $" {suspect.Value.Why}";
        return new Cause(place, $"{Processes.Sentence(scene)}{why}", Advice(scene.Finding.Code)) { Evidence = OutputDiff.Of(scene) };
    }

    private static string Advice(string code) => code switch
    {
        Code.LostItem => "Follow one item from where it is put to where it is printed: on which way can it get lost? Wait for the end mark, not for an empty queue, and send everything before the process ends.",
        Code.DuplicateItem => "Each item may be taken by one only: taking and removing have to be one step.",
        Code.WrongOrder => "Keep one order from the beginning to the end: one queue, or a number that travels with each item.",
        _ => "Give each item a frame (a line, or its length in front), and read until the whole item is there.",
    };

    private static SourcePlace? Place(Scene scene)
    {
        if (scene.Breaking is { What.Moment: Moment.Line } breaking && scene.PlaceOf(breaking) is { } printed)
        {
            return printed;
        }

        // A line that never came: who would print it?
        var role = scene.Finding.Role;
        var missing = OutputDiff.Missing(scene).FirstOrDefault();
        if (missing is not null && scene.Program.PrintOf(missing) is { } writer)
        {
            return writer;
        }

        var last = scene.Trace?.PrintedLines().LastOrDefault(line => line.Actor.Role == role);
        return last is null ? null : scene.PlaceOf(last);
    }
}

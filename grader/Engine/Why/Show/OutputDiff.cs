using System.Collections.Immutable;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Grader.Contract;
using Grader.Trace;
using Grader.Verify;

namespace Grader.Why.Show;

/// <summary>What a role printed beside what it should have printed: <c>-</c> missing, <c>+</c> too much; blanks at the edges visible.</summary>
internal static class OutputDiff
{
    private const int MostLines = 14;
    private const int Longest = 70;

    public static ImmutableArray<string> Of(Scene scene)
    {
        if (Lines(scene) is not { } lines)
        {
            return [];
        }

        var model = new InlineDiffBuilder(new Differ()).BuildDiffModel(string.Join('\n', lines.Asked), string.Join('\n', lines.Printed), ignoreWhitespace: false);
        var rows = model.Lines.Where(line => !(line.Text.Length == 0 && (lines.Asked.Count == 0 || lines.Printed.Count == 0) && line.Type != ChangeType.Unchanged && !lines.Asked.Concat(lines.Printed).Contains(""))).ToList();
        if (rows.TrueForAll(row => row.Type == ChangeType.Unchanged))
        {
            return [];
        }

        var first = Math.Max(0, rows.FindIndex(row => row.Type != ChangeType.Unchanged) - 2);
        var shown = rows.Skip(first).Take(MostLines).Select(Show).ToList();
        return
        [
            $"{Words.Capital(Words.Name(lines.Role))} (- is missing, + should not be there):",
            .. first > 0 ? [$"  … {first} right {(first == 1 ? "line" : "lines")}"] : Array.Empty<string>(),
            .. shown,
            .. rows.Count > first + MostLines ? [$"  … {rows.Count - first - MostLines} more"] : Array.Empty<string>(),
        ];
    }

    /// <summary>The lines that the role should have printed and did not.</summary>
    public static IEnumerable<string> Missing(Scene scene)
    {
        if (Lines(scene) is not { } lines)
        {
            return [];
        }

        var printed = lines.Printed.ToList();
        return lines.Asked.Where(line => !printed.Remove(line));
    }

    /// <summary>The first line of main that is not among those that the kata lists; null when the order is free, or nothing but an end is missing.</summary>
    public static Occurrence? FirstWrong(Scene scene)
    {
        if (Lines(scene) is not { Role: Who.Main } lines || lines.Asked.SequenceEqual(lines.Asked.Order(StringComparer.Ordinal)))
        {
            return null;
        }

        var printed = scene.Trace!.PrintedLines().Where(line => line.Actor.Role == Who.Main).ToList();
        var wrong = printed.Where((line, i) => i >= lines.Asked.Count || line.What.Text != lines.Asked[i]).FirstOrDefault();

        // A right line in the place of one that never came is not the wrong one.
        return wrong is not null && printed.Count(line => line.What.Text == wrong.What.Text) > lines.Asked.Count(line => line == wrong.What.Text) ? wrong : null;
    }

    private static (string Role, IReadOnlyList<string> Asked, IReadOnlyList<string> Printed)? Lines(Scene scene)
    {
        if (scene.Trace is not { } trace || (scene.Finding.Role ?? scene.Breaking?.What.Role) is not { } role)
        {
            return null;
        }

        var run = Run.Of(trace).First();
        var own = run.Outcome.Lines.Where(rule => rule.Who.Name == role).ToList();
        var rules = own.Count > 0 ? own : [.. run.Outcome.Lines.Where(rule => rule.Who.Fits(role))];
        var sameWho = rules.Count > 0 ? rules[0].Who : Who.Role(role);
        var asked = rules.SelectMany(rule => rule.Lines).Select(run.Resolve);
        var printed = run.PrintedLines().Where(line => sameWho.Fits(run.RoleOf(line.Actor))).Select(line => line.What.Text);
        var inOrder = rules.All(rule => rule.Order == LineOrder.AsListed);
        return (sameWho.Name, [.. inOrder ? asked : asked.Order(StringComparer.Ordinal)], [.. inOrder ? printed : printed.Order(StringComparer.Ordinal)]);
    }

    private static string Show(DiffPiece line)
    {
        var mark = line.Type switch
        {
            ChangeType.Deleted => "- ",
            ChangeType.Inserted => "+ ",
            _ => "  ",
        };
        var text = line.Text.Length == 0 ? "(an empty line)" : Visible.Text(Visible.Edges(line.Text.Length > Longest ? line.Text[..Longest] : line.Text));
        return mark + text + (line.Text.Length > Longest ? $"… ({line.Text.Length} characters)" : "");
    }
}

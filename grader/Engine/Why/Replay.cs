namespace Grader.Why;

/// <summary>The command that plays a scenario again.</summary>
public static class Replay
{
    /// <param name="kataId">E.g. <c>07-partial-join</c>.</param>
    /// <param name="from">The root that was graded; null for the default.</param>
    /// <param name="scenario">The scenario's name; empty for the whole kata.</param>
    public static string Command(string kataId, string? from, string scenario) =>
        $"dotnet run --project grader/Cli -- grade {kataId[..2]}"
        + (from is null ? "" : $" --from {Argument(from)}")
        + (scenario.Length == 0 ? "" : $" --scenario {Argument(scenario, always: true)}");

    private static string Argument(string text, bool always = false)
    {
        if (!always && text.Length > 0 && text.All(letter => char.IsLetterOrDigit(letter) || letter is '/' or '.' or '-' or '_'))
        {
            return text;
        }

        // Inside double quotes a POSIX shell still sees these four.
        var escaped = string.Concat(text.Select(letter => letter is '"' or '\\' or '$' or '`' ? $"\\{letter}" : letter.ToString()));
        return $"\"{Visible.Text(escaped)}\"";
    }
}

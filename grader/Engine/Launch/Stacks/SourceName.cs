using System.Text.RegularExpressions;

namespace Grader.Launch.Stacks;

/// <summary>Turns the compiler's names of lambdas, local functions, closures and state machines back into those that stand in the source.</summary>
internal static partial class SourceName
{
    /// <summary><c>Program+&lt;&lt;Main&gt;$&gt;d__0.MoveNext</c> becomes <c>Program.Main</c>; other names stay as they are, with <c>.</c> for <c>+</c>.</summary>
    /// <param name="type">The type's full name, nested types after <c>+</c>.</param>
    /// <param name="method">The method's name.</param>
    public static string Of(string type, string method)
    {
        type = TypeArguments().Replace(type, "");
        var parts = type.Split('+').ToList();
        string? source = null;
        for (var last = parts.Count - 1; last > 0 && parts[last].StartsWith('<'); last--)
        {
            source ??= Inner(parts[last]);
            parts.RemoveAt(last);
        }

        return $"{string.Join('.', parts)}.{Inner(method) ?? source ?? method}";
    }

    /// <summary>The name inside the compiler's brackets; null where the compiler did not name it.</summary>
    private static string? Inner(string name)
    {
        if (name == "MoveNext" || !name.Contains('<'))
        {
            return name == "MoveNext" ? null : name;
        }

        if (LocalFunction().Match(name) is { Success: true } local)
        {
            return local.Groups[1].Value;
        }

        var word = Bracketed().Match(name);
        return word.Success ? word.Groups[1].Value : null;
    }

    [GeneratedRegex(@"g__(\w+)\|")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"<(\w+)>")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\[\[.*\]\]|`\d+")]
    private static partial Regex TypeArguments();
}

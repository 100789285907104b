using System.Collections.Immutable;
using Grader.Contract;

namespace Grader.Cli;

/// <summary>Katas by what a user types: <c>07</c>, <c>7</c>, <c>partial-join</c> or <c>07-partial-join</c>.</summary>
public static class KataNames
{
    /// <exception cref="UsageException">No kata is called so; the message names the nearest.</exception>
    public static KataContract Find(string name, ImmutableArray<KataContract> katas) =>
        katas.FirstOrDefault(kata => IsCalled(kata, name.Trim().TrimEnd('/')))
        ?? throw new UsageException($"There is no kata \"{name}\".{Hint(name, katas)}");

    /// <summary>The katas that are named, in the order of their numbers and each once; all when none is named.</summary>
    public static ImmutableArray<KataContract> Select(IReadOnlyList<string> names, ImmutableArray<KataContract> katas) =>
        names.Count == 0 ? katas : [.. names.Select(name => Find(name, katas)).DistinctBy(kata => kata.Id).OrderBy(kata => kata.Number)];

    /// <summary>The katas reduced to the scenario of that name; katas without it are left out. The case of letters does not count.</summary>
    /// <exception cref="UsageException">No kata has a scenario of that name; the message names the nearest.</exception>
    public static ImmutableArray<KataContract> WithScenario(this ImmutableArray<KataContract> katas, string name)
    {
        var found = katas
            .Select(kata => kata with { Scenarios = [.. kata.Scenarios.Where(scenario => string.Equals(scenario.Name, name, StringComparison.OrdinalIgnoreCase))] })
            .Where(kata => !kata.Scenarios.IsEmpty)
            .ToImmutableArray();
        var near = Nearest.To(name, katas.SelectMany(kata => kata.Scenarios).Select(scenario => scenario.Name).Distinct());
        return found.IsEmpty
            ? throw new UsageException($"No scenario is called \"{name}\".{Nearest.Question([.. near.Select(scenario => $"\"{scenario}\"")])} `list` shows them all.")
            : found;
    }

    private static bool IsCalled(KataContract kata, string name) =>
        string.Equals(kata.Id, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(kata.Title, name, StringComparison.OrdinalIgnoreCase)
        || (name.Length <= 2 && name.All(char.IsAsciiDigit) && int.TryParse(name, out var number) && number == kata.Number);

    private static string Hint(string name, ImmutableArray<KataContract> katas) =>
        name.All(char.IsAsciiDigit) && !katas.IsEmpty ? $" They go from {katas[0].Id} to {katas[^1].Id}."
        : Nearest.To(name, katas.Select(kata => kata.Id)) is { Count: > 0 } near ? Nearest.Question(near) : " `list` shows them all.";
}

using System.Collections.Immutable;
using Grader.Build;
using Grader.Contract;

namespace Katas.Tests.Spec;

/// <summary>A submission that belongs to the repository, and what its grading must yield.</summary>
/// <param name="Name">Unique, e.g. <c>solutions/07-partial-join</c> or <c>tests/Mistakes/07-partial-join/joins-everything</c>: the folder, from the repository's root.</param>
/// <param name="Mistake">What is wrong with it; null for a right one.</param>
public sealed record Specimen(KataContract Kata, string Name, Mistake? Mistake)
{
    public Submission Submission => new(Kata.Id, Repository.Below(Name));

    public override string ToString() => Name;
}

/// <summary>The repository's own submissions: reference solutions, right ones by other means, wrong ones. Only katas that have a spec count.</summary>
public static class Corpus
{
    public static ImmutableArray<Specimen> Solutions { get; } =
        [.. KataCatalog.All.Select(kata => new Specimen(kata, $"solutions/{kata.Id}", null))];

    public static ImmutableArray<Specimen> Alternatives { get; } = In("tests/Alternatives", _ => null);

    public static ImmutableArray<Specimen> Mistakes { get; } = In("tests/Mistakes", Mistake.Read);

    private static ImmutableArray<Specimen> In(string folder, Func<string, Mistake?> read) =>
    [
        .. from kata in KataCatalog.All
           let home = Repository.Below(folder, kata.Id)
           where Directory.Exists(home)
           from path in Directory.GetDirectories(home).Order(StringComparer.Ordinal)
           select new Specimen(kata, $"{folder}/{kata.Id}/{Path.GetFileName(path)}", read(path)),
    ];
}

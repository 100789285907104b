namespace Grader.Contract;

/// <summary>Whom a point speaks of: one role, any worker, or anyone.</summary>
public sealed record Who
{
    public const string Main = "main";

    /// <summary>Roles of the second run of a scenario ("two runs at once") begin with this. No name can: names hold no blanks.</summary>
    public const string OtherPrefix = "other ";

    public static readonly Who AnyWorker = new("any worker", role => !BelongsToOther(role) && role != Main);
    public static readonly Who AnyOtherWorker = new("any worker of the other run", role => BelongsToOther(role) && role != OtherPrefix + Main);
    public static readonly Who Anyone = new("anyone", _ => true);

    private readonly Func<string, bool> fits;

    private Who(string name, Func<string, bool> fits)
    {
        Name = name;
        this.fits = fits;
    }

    /// <summary>The role, or the words for the group.</summary>
    public string Name { get; }

    public static implicit operator Who(string role) => Role(role);

    public static Who Role(string role) => new(role, candidate => candidate == role);

    /// <summary>The same role in the second run.</summary>
    public static Who Other(string role) => Role(OtherPrefix + role);

    /// <summary>Main of the first or of the second run.</summary>
    public static bool IsMain(string? role) => role is Main or OtherPrefix + Main;

    /// <summary>The role is one of the second run.</summary>
    public static bool BelongsToOther(string role) => role.StartsWith(OtherPrefix, StringComparison.Ordinal);

    /// <summary>Speaks of the second run only.</summary>
    public bool IsOfOther => BelongsToOther(Name) || ReferenceEquals(this, AnyOtherWorker);

    /// <summary>Of somebody of the second run: who that is when his run is the only one. Null for everybody else.</summary>
    public Who? InOwnRun =>
        ReferenceEquals(this, AnyOtherWorker) ? AnyWorker
        : IsOfOther ? Role(Name[OtherPrefix.Length..])
        : null;

    public bool Fits(string role) => fits(role);

    public bool Equals(Who? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;
}

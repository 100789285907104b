namespace Grader.Launch;

/// <summary>How the runs of a grading are kept apart from the machine.</summary>
public enum Sandbox
{
    /// <summary>Namespaces where the machine allows them, else plain.</summary>
    Auto,

    /// <summary>Namespaces, or nothing is played.</summary>
    Namespaces,

    /// <summary>No namespaces.</summary>
    Plain,
}

/// <summary>What a launcher is to keep its runs away from, and how.</summary>
public sealed record Isolation
{
    public Sandbox Sandbox { get; init; } = Sandbox.Auto;

    /// <summary>In namespaces too, programs see the machine's network.</summary>
    public bool AllowNetwork { get; init; }

    /// <summary>Folders that programs shall neither read nor write, beside everybody's homes. Absolute.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];
}

/// <summary>What kept the runs of a grading apart from the machine.</summary>
/// <param name="Namespaces">Own processes, own shared memory, own <c>/tmp</c> and <c>/dev/shm</c>, everything else read-only.</param>
/// <param name="Network">Programs see the machine's network; else a loopback of their own.</param>
/// <param name="Files">The kernel's fence keeps hidden folders from being read, and all but the run's folders from being written.</param>
/// <param name="Signals">The fence keeps signals inside.</param>
/// <param name="WhyNot">Why there are no namespaces; empty where there are, or where nobody asked for them.</param>
public sealed record Protection(bool Namespaces, bool Network, bool Files, bool Signals, string WhyNot)
{
    public override string ToString()
    {
        List<string> fenced = [.. Files ? ["files"] : Array.Empty<string>(), .. Signals ? ["signals"] : Array.Empty<string>()];
        var fence = fenced.Count == 0 ? "no fence" : $"a fence (Landlock) around {string.Join(" and ", fenced)}";
        return Namespaces
            ? $"namespaces ({(Network ? "" : "network, ")}processes, /tmp, /dev/shm), {fence}{(Network ? ", network open" : "")}"
            : $"plain, {fence}, network open{(WhyNot.Length == 0 ? "" : $" (no namespaces: {WhyNot})")}";
    }
}

/// <summary>Namespaces were asked for and cannot be had. The message is one sentence for the user.</summary>
public sealed class NoSandboxException(string whyNot) : Exception($"This machine gives no namespaces ({whyNot}): use --sandbox auto or --sandbox plain.");

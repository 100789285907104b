using Grader.Contract;
using Grader.Launch.Probes;

namespace Grader.Launch;

/// <summary>A process that stands at a gate and waits for the grader's leave.</summary>
internal sealed record Visit(Player Player, Happening What, Connection Connection)
{
    /// <summary>What must appear on the output when a line passes; empty for the other gates.</summary>
    public byte[] Output { get; init; } = [];
}

namespace Katas.Tests.Spec;

/// <summary>The id of the kata that a <see cref="KataSpec"/> is the spec of.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KataAttribute(string id) : Attribute
{
    public string Id { get; } = id;

    /// <summary>The canonical run's whole trace is the same in every run of the reference solution, and is a snapshot.</summary>
    public bool Deterministic { get; init; }
}

namespace Grader.Cli;

/// <summary>What <c>grade</c> was asked for, as typed.</summary>
/// <param name="Katas">Names of katas; none for all.</param>
/// <param name="From">The root of the submissions.</param>
/// <param name="Scenario">The name of the only scenario to play; null for all.</param>
/// <param name="Format"><c>text</c> or <c>json</c>.</param>
/// <param name="Out">The file that the report is written to; null for standard output.</param>
/// <param name="All">A kata that is not started counts as failed.</param>
/// <param name="Require">Katas of which that is true one by one.</param>
/// <param name="Verbose">Shows the whole trace of what failed.</param>
/// <param name="Jobs">How many runs are played at a time.</param>
/// <param name="Limits">Each <c>name=number</c>.</param>
/// <param name="Sandbox"><c>auto</c>, <c>namespaces</c> or <c>plain</c>.</param>
/// <param name="AllowNetwork">Programs see the machine's network.</param>
public sealed record GradeOptions(
    IReadOnlyList<string> Katas, string From, string? Scenario, string Format, string? Out, bool All, IReadOnlyList<string> Require, bool Verbose, int Jobs, IReadOnlyList<string> Limits,
    string Sandbox, bool AllowNetwork);

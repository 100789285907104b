namespace Grader.Write;

/// <summary>How a report is written.</summary>
/// <param name="Home">The repository's root, for the replay commands.</param>
/// <param name="Verbose">With the whole trace of what did not pass.</param>
public sealed record WritingOptions(string Home, Ink Ink, bool Verbose = false);

namespace Grader.Cli;

/// <summary>The command line asks for something that is not there. The message is the one sentence that the user reads; the exit code is 64.</summary>
public sealed class UsageException(string sentence) : Exception(sentence);

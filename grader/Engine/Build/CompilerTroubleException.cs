namespace Grader.Build;

/// <summary>The compiler process could not be started or did not answer: the machine's trouble, not the learner's. The message says what happened.</summary>
internal sealed class CompilerTroubleException(string message, Exception? inner = null) : Exception(message, inner);

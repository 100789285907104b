namespace Grader.Launch;

/// <summary>A guard rail was hit: the run ends with this finding code.</summary>
internal sealed class LimitException(string code, string reason) : Exception(reason)
{
    public string Code => code;
}

/// <summary>The grader or the machine cannot tell: the run ends as unknown.</summary>
internal sealed class UndecidedException(string reason) : Exception(reason);

/// <summary>A false message reached the grader: the run ends; the recorder has the evidence.</summary>
internal sealed class ForgeryException(string reason) : Exception(reason);

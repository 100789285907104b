using Grader.Launch;

namespace Grader.Cli;

/// <summary><c>--sandbox auto|namespaces|plain</c>.</summary>
public static class SandboxNames
{
    public static string All { get; } = string.Join('|', Enum.GetNames<Sandbox>()).ToLowerInvariant();

    /// <exception cref="UsageException">There is none of that name.</exception>
    public static Sandbox Find(string text) =>
        Enum.GetValues<Sandbox>().Where(value => value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)).Select(value => (Sandbox?)value).FirstOrDefault()
        ?? throw new UsageException($"--sandbox wants one of {All.Replace("|", ", ")}; not \"{text}\".");

    /// <summary>Opens a grading with its protection in force.</summary>
    /// <exception cref="UsageException">It cannot be had on this machine.</exception>
    public static Grading Open(GradingOptions options)
    {
        var grading = Grading.Open(options);
        try
        {
            _ = grading.Protection;
            return grading;
        }
        catch (NoSandboxException impossible)
        {
            grading.Dispose();
            throw new UsageException(impossible.Message);
        }
    }
}

namespace Grader.Launch;

/// <summary>The folders of one run. Paths are short: the name of a socket in <c>TMPDIR</c> ends at 108 characters.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly string root;

    public RunFolder(string root)
    {
        this.root = root;
        Directory.CreateDirectory(Temporary);
        Directory.CreateDirectory(Working);
    }

    /// <summary>The run's <c>TMPDIR</c>.</summary>
    public string Temporary => Path.Combine(root, "t");

    public string Working => Path.Combine(root, "w");

    /// <summary>The program, with its own <c>runtimeconfig.json</c>.</summary>
    public string Program => Path.Combine(root, "p");

    /// <summary>What tells the processes of this run from those of others.</summary>
    public string Mark => root;

    public string Socket => Path.Combine(root, "s");

    public void Dispose()
    {
        try
        {
            Directory.Delete(root, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // A learner's program may have deleted it.
        }
    }
}

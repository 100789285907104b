namespace Grader.Launch;

/// <summary>The folders of one run. Paths are short: the name of a socket in <c>TMPDIR</c> ends at 108 characters.</summary>
internal sealed class RunFolder : IDisposable
{
    private const UnixFileMode ForEverybody =
        UnixFileMode.StickyBit
        | UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly string root;
    private readonly bool own;

    /// <param name="root">Absolute path.</param>
    /// <param name="sharedMemory">Absolute path under <c>/dev/shm</c>.</param>
    /// <param name="own">The run is to see a <c>/tmp</c> and a <c>/dev/shm</c> of its own.</param>
    public RunFolder(string root, string sharedMemory, bool own)
    {
        this.root = root;
        this.own = own;
        SharedMemory = sharedMemory;
        Directory.CreateDirectory(Temporary);
        Directory.CreateDirectory(Working);
        if (own)
        {
            MakeOwn(root, sharedMemory);
        }
    }

    /// <summary>The run's <c>TMPDIR</c>.</summary>
    public string Temporary => Path.Combine(root, "t");

    public string Working => Path.Combine(root, "w");

    /// <summary>The program, with its own <c>runtimeconfig.json</c>.</summary>
    public string Program => Path.Combine(root, "p");

    /// <summary>What tells the processes of this run from those of others.</summary>
    public string Mark => root;

    public string Socket => Path.Combine(root, "s");

    /// <summary>What the run sees as <c>/dev/shm</c>, when it has one of its own.</summary>
    public string SharedMemory { get; }

    /// <summary>The folders that only this run writes to.</summary>
    public IEnumerable<string> Written => own ? [Working, Temporary, OwnTemporaryOf(root), SharedMemory] : [Working, Temporary];

    /// <summary>What the run sees as <c>/tmp</c>, when it has one of its own.</summary>
    public static string OwnTemporaryOf(string root) => Path.Combine(root, "o");

    /// <summary>An empty folder.</summary>
    public static string NothingOf(string root) => Path.Combine(root, "n");

    /// <summary>Makes what a run needs to see a <c>/tmp</c> and a <c>/dev/shm</c> of its own.</summary>
    public static void MakeOwn(string root, string sharedMemory)
    {
        Directory.CreateDirectory(NothingOf(root));
        foreach (var folder in new[] { OwnTemporaryOf(root), sharedMemory })
        {
            Directory.CreateDirectory(folder);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(folder, ForEverybody);
            }
        }
    }

    /// <summary>Where a path lies that the run sees.</summary>
    public string Outside(string path) =>
        !own || path.StartsWith(root + "/", StringComparison.Ordinal) ? path
        : path.StartsWith("/tmp/", StringComparison.Ordinal) ? OwnTemporaryOf(root) + path["/tmp".Length..]
        : path.StartsWith("/dev/shm/", StringComparison.Ordinal) ? SharedMemory + path["/dev/shm".Length..]
        : path;

    public void Dispose()
    {
        Delete(root);
        if (own)
        {
            Delete(SharedMemory);
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // A learner's program may have deleted it.
        }
        catch (UnauthorizedAccessException)
        {
            // Or shut one of its folders, which keeps out everybody but root.
            Unlock(folder);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Unlock(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        foreach (var inner in new DirectoryInfo(folder).EnumerateDirectories().Where(inner => inner.LinkTarget is null))
        {
            Unlock(inner.FullName);
        }
    }
}

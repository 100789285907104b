using System.Text;
using Grader.Launch.Linux;

namespace Grader.Launch.Keeping;

/// <summary>
/// A fence of the kernel (landlock(7)) around the calling thread and all that it starts; any user may put one up. Who is inside writes nowhere but where he is
/// let, reads nothing that is hidden, and (since Linux 6.12) can neither signal who is outside nor reach into him through <c>/proc</c> or ptrace(2).
/// Where the kernel offers none, there is none.
/// </summary>
internal sealed unsafe class Fence
{
    // The same on every architecture.
    private const int CreateRuleset = 444;
    private const int AddRule = 445;
    private const int RestrictSelf = 446;
    private const int AskVersion = 1;
    private const int BeneathPath = 1;
    private const int NoNewPrivileges = 38;
    private const int PathOnly = 0x200000;

    // Rights to files: linux/landlock.h. Those to control devices are left alone.
    private const ulong Execute = 1 << 0, WriteFile = 1 << 1, ReadFile = 1 << 2, ReadFolder = 1 << 3, Truncate = 1 << 14;
    private const ulong FirstRights = (1 << 13) - 1;
    private const ulong MoveBetweenFolders = 1 << 13;
    private const ulong ScopeAbstractSockets = 1 << 0;
    private const ulong ScopeSignal = 1 << 1;

    private static readonly int Version = Math.Max(0, (int)Libc.SystemCall(CreateRuleset, 0, 0, AskVersion, 0));
    private static readonly ulong Everything = FirstRights | (Version >= 2 ? MoveBetweenFolders : 0) | (Version >= 3 ? Truncate : 0);
    private static readonly ulong Read = Execute | ReadFile | ReadFolder;
    private static readonly ulong OfFiles = Execute | WriteFile | ReadFile | (Version >= 3 ? Truncate : 0);

    private static readonly string[] Devices =
        ["/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty", "/dev/ptmx", "/dev/pts"];

    private readonly List<(int File, ulong Rights)> rules = [];

    /// <param name="hidden">Folders that nobody inside may read.</param>
    /// <param name="needed">Folders that everybody may read, wherever they lie.</param>
    public Fence(IReadOnlyCollection<string> hidden, IReadOnlyCollection<string> needed)
    {
        if (!KeepsFiles)
        {
            return;
        }

        // What is not named cannot be had, and there is no rule that takes away: so everything is named but the hidden folders and those above them.
        Directory.GetDirectories("/").Where(folder => folder is not ("/dev" or "/proc")).ToList().ForEach(folder => LetReadAround(folder, hidden));
        needed.ToList().ForEach(folder => Let(folder, Read));
        Let("/dev", ReadFolder);

        // The runtime writes the names of its threads there; what is not the process's own, the kernel protects by other means.
        Let("/proc", Read | (OfFiles & ~Execute));
        Devices.ToList().ForEach(device => Let(device, Everything));
    }

    public static bool KeepsFiles => Version >= 1;

    public static bool KeepsSignals => Version >= 6;

    /// <summary>Puts the calling thread inside, for good.</summary>
    /// <param name="writable">Folders that are free for every use.</param>
    public void Enter(IEnumerable<string> writable)
    {
        if (!KeepsFiles)
        {
            return;
        }

        // struct landlock_ruleset_attr: handled_access_fs, handled_access_net, scoped.
        var rights = stackalloc ulong[3];
        rights[0] = Everything;
        rights[1] = 0;
        rights[2] = KeepsSignals ? ScopeSignal | ScopeAbstractSockets : 0;
        var ruleset = (int)Libc.SystemCall(CreateRuleset, (nint)rights, 3 * sizeof(ulong), 0, 0);
        if (ruleset < 0)
        {
            throw new IOException("The kernel offers a fence and puts up none.");
        }

        rules.ForEach(rule => Add(ruleset, rule.File, rule.Rights));
        foreach (var folder in writable)
        {
            var file = Open(folder);
            Add(ruleset, file, Everything);
            Libc.Close(file);
        }

        Libc.Prctl(NoNewPrivileges, 1, 0, 0, 0);
        var inside = Libc.SystemCall(RestrictSelf, ruleset, 0, 0, 0);
        Libc.Close(ruleset);
        if (inside != 0)
        {
            throw new IOException("The kernel's fence does not close.");
        }
    }

    private void LetReadAround(string folder, IReadOnlyCollection<string> hidden)
    {
        if (hidden.Contains(folder) || new DirectoryInfo(folder).LinkTarget is not null)
        {
            return;
        }

        if (!hidden.Any(path => path.StartsWith(folder + "/", StringComparison.Ordinal)))
        {
            Let(folder, Read);
            return;
        }

        try
        {
            Directory.GetDirectories(folder).ToList().ForEach(below => LetReadAround(below, hidden));
        }
        catch (UnauthorizedAccessException)
        {
            // Nobody of this user reads there.
        }
    }

    private void Let(string path, ulong rights)
    {
        if (Open(path) is >= 0 and var file)
        {
            rules.Add((file, Directory.Exists(path) ? rights : rights & OfFiles));
        }
    }

    private static int Open(string path)
    {
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'))
        {
            return Libc.Open(name, PathOnly | Libc.CloseOnExec);
        }
    }

    private static void Add(int ruleset, int file, ulong rights)
    {
        // struct landlock_path_beneath_attr, packed: allowed_access, parent_fd.
        var rule = stackalloc byte[12];
        *(ulong*)rule = rights;
        *(int*)(rule + 8) = file;
        Libc.SystemCall(AddRule, ruleset, BeneathPath, (nint)rule, 0);
    }
}

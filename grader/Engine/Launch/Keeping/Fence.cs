using Grader.Launch.Linux;

namespace Grader.Launch.Keeping;

/// <summary>
/// A fence around the calling thread and all that it starts (landlock(7), since Linux 6.12; any user may): who is inside can neither signal who is outside
/// nor reach into him through <c>/proc</c> or ptrace(2). Files and the network are not fenced. Where the kernel offers none, there is none.
/// </summary>
internal static unsafe class Fence
{
    // The same on every architecture.
    private const int CreateRuleset = 444;
    private const int RestrictSelf = 446;
    private const int AskVersion = 1;
    private const int VersionWithSignals = 6;
    private const ulong ScopeSignal = 1 << 1;
    private const int NoNewPrivileges = 38;

    public static bool IsOffered { get; } = Libc.SystemCall(CreateRuleset, 0, 0, AskVersion, 0) >= VersionWithSignals;

    /// <summary>Puts the calling thread inside, for good.</summary>
    public static void Enter()
    {
        if (!IsOffered)
        {
            return;
        }

        // struct landlock_ruleset_attr: handled_access_fs, handled_access_net, scoped.
        var rules = stackalloc ulong[3];
        rules[0] = 0;
        rules[1] = 0;
        rules[2] = ScopeSignal;
        var file = Libc.SystemCall(CreateRuleset, (nint)rules, 3 * sizeof(ulong), 0, 0);
        if (file >= 0)
        {
            Libc.Prctl(NoNewPrivileges, 1, 0, 0, 0);
            Libc.SystemCall(RestrictSelf, file, 0, 0, 0);
            Libc.Close((int)file);
        }
    }
}

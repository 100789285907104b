using Grader.Launch.Linux;
using Grader.Launch.Settling;

namespace Grader.Launch;

/// <summary>
/// What a run leaves behind: files under its <c>TMPDIR</c>, and files that its processes had open or mapped at a settling and that still exist at the end.
/// The runtime's own never count.
/// </summary>
internal sealed class Remains(RunFolder folder, Roster roster)
{
    // A folder that its program has shut is left behind like any other; what is in it nobody can say.
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = true };
    private static readonly string[] RuntimesOwn = ["dotnet-diagnostic-", "clr-debug-pipe-", ".dotnet"];
    private readonly DateTime begin = DateTime.UtcNow;
    private readonly HashSet<string> seen = [];

    private TreeSample? noted;

    /// <summary>Notes the files that are open or mapped now. Called when everything has settled.</summary>
    /// <param name="sample">What proves it: who has not run since the last time has opened nothing. Null looks at everybody.</param>
    public void Note(TreeSample? sample)
    {
        foreach (var player in roster.Living.Where(player => player.IsKata && sample?.HasNotRunSince(noted, player) != true))
        {
            foreach (var file in ProcFile.Numbers($"/proc/{player.Pid}/fd"))
            {
                Note(ProcFile.Link($"/proc/{player.Pid}/fd/{file}"));
            }

            foreach (var line in (ProcFile.Text($"/proc/{player.Pid}/maps", 1 << 20) ?? "").Split('\n'))
            {
                var path = line.IndexOf('/');
                Note(path < 0 ? null : line[path..]);
            }
        }

        noted = sample;
    }

    /// <summary>The paths that still exist, those under <c>TMPDIR</c> relative to it.</summary>
    public List<string> Find()
    {
        var killed = roster.AnyKilled;
        var temporary = Directory.Exists(folder.Temporary)
            ? Directory.EnumerateFileSystemEntries(folder.Temporary, "*", Everything).ToList()
            : [];
        return
        [
            .. temporary
                .Select(path => Path.GetRelativePath(folder.Temporary, path))
                .Where(path => !IsRuntimesOwn(path) && !(killed && path.StartsWith("CoreFxPipe_", StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
            .. seen.Where(path => !path.StartsWith(folder.Temporary + "/", StringComparison.Ordinal) && IsNew(path)).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>In bytes: what its processes have in System V shared memory. In namespaces it cannot be seen from here, and goes with the run.</summary>
    public long BytesInSegments() => Segments().Sum(segment => segment.Bytes);

    /// <summary>Removes what would outlive everybody. Called when everybody is gone.</summary>
    public void RemoveSegments() => Segments().ToList().ForEach(segment => segment.Remove());

    private IEnumerable<SharedSegment> Segments() => SharedSegment.MadeBy([.. roster.Players.Select(player => player.Pid)], begin);

    private static bool IsRuntimesOwn(string path) => RuntimesOwn.Any(own => path.StartsWith(own, StringComparison.Ordinal));

    private void Note(string? path)
    {
        if (path is not null && path.StartsWith('/') && !IsSystems(path) && !path.EndsWith(" (deleted)", StringComparison.Ordinal))
        {
            seen.Add(path);
        }
    }

    private bool IsSystems(string path) =>
        path.StartsWith("/proc/", StringComparison.Ordinal)
        || path.StartsWith("/sys/", StringComparison.Ordinal)
        || path.StartsWith("/usr/", StringComparison.Ordinal)
        || (path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal))
        || path.StartsWith(folder.Program, StringComparison.Ordinal)
        || path.Contains("/.dotnet/", StringComparison.Ordinal);

    private bool IsNew(string path) => folder.Outside(path) is var outside && File.Exists(outside) && File.GetCreationTimeUtc(outside) > begin;
}

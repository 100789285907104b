namespace Grader.Launch.Linux;

/// <summary>A System V shared memory segment, as <c>/proc/sysvipc/shm</c> tells of it (proc_sysvipc(5)). It stays until somebody removes it, whoever has ended.</summary>
/// <param name="Id">Its number in the namespace of the reader.</param>
/// <param name="Creator">The pid of who made it; he may be gone.</param>
/// <param name="Bytes">Resident, attached to somebody or not.</param>
/// <param name="ChangedAt">When it was made or its owner changed, in seconds since 1970.</param>
internal readonly record struct SharedSegment(int Id, int Creator, long Bytes, long ChangedAt)
{
    private const int IdAt = 1, CreatorAt = 4, ChangedAtAt = 13, BytesAt = 14, FieldCount = 16;

    /// <summary>Those that processes of these pids have made since then. None in another namespace than the reader's.</summary>
    public static IEnumerable<SharedSegment> MadeBy(IReadOnlyCollection<int> pids, DateTime since)
    {
        var begin = new DateTimeOffset(since).ToUnixTimeSeconds();
        return (ProcFile.Text("/proc/sysvipc/shm", 1 << 20) ?? "").Split('\n').Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length >= FieldCount)
            .Select(fields => new SharedSegment(int.Parse(fields[IdAt]), int.Parse(fields[CreatorAt]), long.Parse(fields[BytesAt]), long.Parse(fields[ChangedAtAt])))
            .Where(segment => segment.ChangedAt >= begin && pids.Contains(segment.Creator));
    }

    /// <summary>It goes as soon as nobody has it attached any more.</summary>
    public unsafe void Remove()
    {
        const int remove = 0;
        _ = Libc.ControlSegment(Id, remove, null);
    }
}

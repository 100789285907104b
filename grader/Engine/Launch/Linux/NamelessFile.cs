using System.Text;

namespace Grader.Launch.Linux;

/// <summary>An open file that no folder holds: one that was deleted, or memory from memfd_create(2). It goes when nobody has it open any more.</summary>
/// <param name="Device">With <paramref name="Inode"/>, which file it is.</param>
/// <param name="Inode">See <paramref name="Device"/>.</param>
/// <param name="Bytes">What it takes, holes not counted.</param>
/// <param name="IsMemory">It comes from memfd_create(2).</param>
internal readonly record struct NamelessFile(ulong Device, ulong Inode, long Bytes, bool IsMemory)
{
    // statx(2): its constants, and places in its structure, which are the same on every architecture.
    private const int CurrentFolder = -100, WithoutAsking = 0x4000, BasicFacts = 0x7ff;
    private const int LinksAt = 16, ModeAt = 28, InodeAt = 32, BlocksAt = 48, DeviceAt = 136, Size = 256;
    private const int KindMask = 0xf000, RegularFile = 0x8000, BytesPerBlock = 512;

    /// <summary>Those that a process has open; one that it has open twice comes twice. Empty when it is gone.</summary>
    /// <exception cref="CannotSeeException">The machine does not let the grader look.</exception>
    public static IEnumerable<NamelessFile> OpenIn(int pid) =>
        ProcFile.Numbers($"/proc/{pid}/fd").Select(file => Read($"/proc/{pid}/fd/{file}")).OfType<NamelessFile>();

    private static unsafe NamelessFile? Read(string path)
    {
        var facts = stackalloc byte[Size];
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'))
        {
            if (Libc.Statx(CurrentFolder, name, WithoutAsking, BasicFacts, facts) != 0)
            {
                return null;
            }
        }

        var isNameless = *(uint*)(facts + LinksAt) == 0 && (*(ushort*)(facts + ModeAt) & KindMask) == RegularFile;
        return !isNameless ? null : new NamelessFile(
            *(ulong*)(facts + DeviceAt),
            *(ulong*)(facts + InodeAt),
            *(long*)(facts + BlocksAt) * BytesPerBlock,
            ProcFile.Link(path)?.StartsWith("/memfd:", StringComparison.Ordinal) == true);
    }
}

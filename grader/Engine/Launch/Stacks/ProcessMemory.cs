using System.Globalization;

namespace Grader.Launch.Stacks;

/// <summary>A few bytes of another process's memory.</summary>
internal static class ProcessMemory
{
    /// <summary>Whether the kernel lets this process look into that one; true for one that is gone.</summary>
    public static bool MayRead(int pid)
    {
        try
        {
            using var memory = File.OpenHandle($"/proc/{pid}/mem");
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public static bool TryRead(int pid, ulong address, Span<byte> into)
    {
        try
        {
            using var memory = new FileStream($"/proc/{pid}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            memory.Seek((long)address, SeekOrigin.Begin);
            return memory.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) == into.Length;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The file that is mapped at the address and shared with other processes; null for private memory.</summary>
    public static string? SharedFileAt(int pid, ulong address)
    {
        foreach (var line in ProcessFiles.Text($"/proc/{pid}/maps").Split('\n'))
        {
            // 7f0000-7f1000 rw-s 00000000 fe:00 1234   /path
            var words = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words.Length < 6 || !words[1].EndsWith('s'))
            {
                continue;
            }

            var ends = words[0].Split('-');
            if (address >= ulong.Parse(ends[0], NumberStyles.HexNumber) && address < ulong.Parse(ends[1], NumberStyles.HexNumber))
            {
                return words[5];
            }
        }

        return null;
    }
}

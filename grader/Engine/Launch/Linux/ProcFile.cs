using System.Runtime.InteropServices;
using System.Text;

namespace Grader.Launch.Linux;

/// <summary>Reads the kernel's files under <c>/proc</c> (proc(5)). They are read thousands of times in a grading, hence without streams.</summary>
internal static unsafe class ProcFile
{
    /// <summary>The whole text; null when the process or thread is gone.</summary>
    /// <exception cref="CannotSeeException">The machine does not let the grader read it.</exception>
    public static string? Text(string path, int atMost = 4096)
    {
        var bytes = Bytes(path, atMost);
        return bytes is null ? null : Encoding.UTF8.GetString(bytes);
    }

    /// <inheritdoc cref="Text"/>
    public static byte[]? Bytes(string path, int atMost)
    {
        var file = Open(path);
        if (file < 0)
        {
            return null;
        }

        try
        {
            var buffer = new byte[atMost];
            var length = 0;
            fixed (byte* start = buffer)
            {
                while (length < atMost)
                {
                    var count = Libc.Read(file, start + length, atMost - length);
                    if (count < 0)
                    {
                        return Denied(path, Marshal.GetLastPInvokeError());
                    }

                    if (count == 0)
                    {
                        break;
                    }

                    length += (int)count;
                }
            }

            return buffer[..length];
        }
        finally
        {
            Libc.Close(file);
        }
    }

    /// <summary>Where a symbolic link points; null when it is gone or may not be read.</summary>
    public static string? Link(string path)
    {
        var name = Encoding.UTF8.GetBytes(path + '\0');
        var buffer = stackalloc byte[4096];
        fixed (byte* start = name)
        {
            var length = Libc.ReadLink(start, buffer, 4096);
            return length < 0 ? null : Encoding.UTF8.GetString(buffer, (int)length);
        }
    }

    /// <summary>The numbers that name the entries of a folder such as <c>/proc/7/task</c>; empty when it is gone.</summary>
    public static List<int> Numbers(string folder)
    {
        var numbers = new List<int>();
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (int.TryParse(entry.Name, out var number))
                {
                    numbers.Add(number);
                }
            }
        }
        catch (IOException)
        {
            // The process ended while its folder was read.
        }
        catch (UnauthorizedAccessException)
        {
            throw new CannotSeeException(folder);
        }

        return numbers;
    }

    private static int Open(string path)
    {
        var name = Encoding.UTF8.GetBytes(path + '\0');
        fixed (byte* start = name)
        {
            var file = Libc.Open(start, Libc.CloseOnExec);
            if (file < 0)
            {
                Denied(path, Marshal.GetLastPInvokeError());
            }

            return file;
        }
    }

    private static byte[]? Denied(string path, int error) =>
        error is Libc.ErrorNoEntry or Libc.ErrorNoSuchProcess ? null : throw new CannotSeeException(path);
}

/// <summary>The machine does not let the grader see what it has to see: the verdict is unknown.</summary>
internal sealed class CannotSeeException(string path) : Exception($"{path} cannot be read on this machine");

using System.Buffers;
using System.IO.Enumeration;
using System.Runtime.InteropServices;
using System.Text;

namespace Grader.Launch.Linux;

/// <summary>Reads the kernel's files under <c>/proc</c> (proc(5)). They are read thousands of times in a grading, hence without streams.</summary>
internal static unsafe class ProcFile
{
    // A file of one record is read in one go; the others come page by page.
    private const int OneRecord = 4096;

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>The whole text; null when the process or thread is gone.</summary>
    /// <exception cref="CannotSeeException">The machine does not let the grader read it.</exception>
    public static string? Text(string path, int atMost = OneRecord) => Read(path, atMost, Encoding.UTF8.GetString);

    /// <inheritdoc cref="Text"/>
    public static byte[]? Bytes(string path, int atMost) => Read(path, atMost, bytes => bytes.ToArray());

    private static T? Read<T>(string path, int atMost, Func<ReadOnlySpan<byte>, T> take)
        where T : class
    {
        var file = Open(path);
        if (file < 0)
        {
            return null;
        }

        // Large buffers of one's own would set off the collection of the oldest generation again and again.
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(atMost, OneRecord));
        try
        {
            for (var length = 0; ;)
            {
                int count;
                fixed (byte* start = buffer)
                {
                    count = (int)Libc.Read(file, start + length, Math.Min(atMost, buffer.Length) - length);
                }

                if (count < 0)
                {
                    return Denied<T>(path, Marshal.GetLastPInvokeError());
                }

                length += count;
                if (count == 0 || length == atMost || (atMost <= OneRecord && length < atMost))
                {
                    return take(buffer.AsSpan(0, length));
                }

                if (length == buffer.Length)
                {
                    buffer = Grown(buffer);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            Libc.Close(file);
        }
    }

    private static byte[] Grown(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 4);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
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
            numbers.AddRange(new FileSystemEnumerable<int>(folder, (ref entry) => int.Parse(entry.FileName), Everything)
            {
                ShouldIncludePredicate = (ref entry) => char.IsAsciiDigit(entry.FileName[0]),
            });
        }
        catch (IOException)
        {
            // The process ended while its folder was read.
        }
        catch (UnauthorizedAccessException) when (!IsDying(folder))
        {
            throw new CannotSeeException(folder);
        }
        catch (UnauthorizedAccessException)
        {
            // As good as gone.
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
                Denied<string>(path, Marshal.GetLastPInvokeError());
            }

            return file;
        }
    }

    private static T? Denied<T>(string path, int error)
        where T : class =>
        error is Libc.ErrorNoEntry or Libc.ErrorNoSuchProcess || IsDying(path) ? null : throw new CannotSeeException(path);

    /// <summary>
    /// A thread on its way out has given up its memory, and its files belong to root from then on: to anybody else it is as good as gone.
    /// </summary>
    private static bool IsDying(string path)
    {
        var words = path.Split('/');
        var owner = words is ["", "proc", _, "task", _, ..] ? 5 : 3;
        var status = string.Join('/', words.Take(owner)) + "/status";
        return path.StartsWith("/proc/", StringComparison.Ordinal) && path != status && Text(status) is var text && text?.Contains("\nVmSize:", StringComparison.Ordinal) != true;
    }
}

/// <summary>The machine does not let the grader see what it has to see: the verdict is unknown.</summary>
internal sealed class CannotSeeException(string path) : Exception($"{path} cannot be read on this machine");

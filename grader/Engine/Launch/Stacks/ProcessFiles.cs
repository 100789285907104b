using System.Collections.Immutable;

namespace Grader.Launch.Stacks;

/// <summary>What <c>/proc</c> says about a process's threads and open files. A process that has gone meanwhile has none.</summary>
public static class ProcessFiles
{
    /// <summary>The open files of a process: which pipe ends and sockets it holds.</summary>
    public static ImmutableArray<OpenFile> Read(int pid)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFileSystemEntries($"/proc/{pid}/fd")
                    .Select(path => int.Parse(Path.GetFileName(path)))
                    .Order()
                    .Select(descriptor => Open(pid, descriptor))
                    .OfType<OpenFile>(),
            ];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    internal static IEnumerable<int> ThreadIds(int pid)
    {
        try
        {
            return [.. Directory.EnumerateDirectories($"/proc/{pid}/task").Select(path => int.Parse(Path.GetFileName(path))).Order()];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    internal static string ThreadName(int pid, int threadId) => Text($"/proc/{pid}/task/{threadId}/comm").TrimEnd('\n');

    /// <summary>What a descriptor stands for, e.g. <c>pipe:[123]</c> or a path; empty when it is closed.</summary>
    internal static string Target(int pid, long descriptor)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{pid}/fd/{descriptor}", returnFinalTarget: false) is { } link ? LinkText(link) : "";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>The file's text; empty when it cannot be read.</summary>
    internal static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static OpenFile? Open(int pid, int descriptor)
    {
        var target = Target(pid, descriptor);
        var flags = Text($"/proc/{pid}/fdinfo/{descriptor}").Split('\n').FirstOrDefault(line => line.StartsWith("flags:", StringComparison.Ordinal));
        if (target.Length == 0 || flags is null)
        {
            return null;
        }

        var mode = Convert.ToInt32(flags["flags:".Length..].Trim(), 8) & 3;
        return new OpenFile(descriptor, target, Reads: mode is 0 or 2, Writes: mode is 1 or 2);
    }

    // The link's text is no path for pipes and sockets; .NET puts the folder before it.
    private static string LinkText(FileSystemInfo link) =>
        link.FullName.LastIndexOf("/pipe:[", StringComparison.Ordinal) is var pipe and >= 0 ? link.FullName[(pipe + 1)..]
        : link.FullName.LastIndexOf("/socket:[", StringComparison.Ordinal) is var socket and >= 0 ? link.FullName[(socket + 1)..]
        : link.FullName.LastIndexOf("/anon_inode:", StringComparison.Ordinal) is var other and >= 0 ? link.FullName[(other + 1)..]
        : link.FullName;
}

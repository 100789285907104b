using System.Globalization;

namespace Grader.Launch.Linux;

/// <summary>Who started whom, read from <c>/proc/[pid]/task/[tid]/children</c>.</summary>
internal static class Descendants
{
    /// <summary>The children of all threads of a process that are alive or zombies.</summary>
    public static IEnumerable<int> ChildrenOf(int pid)
    {
        foreach (var thread in ProcFile.Numbers($"/proc/{pid}/task"))
        {
            var children = ProcFile.Text($"/proc/{pid}/task/{thread}/children", 65536);
            foreach (var child in (children ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return int.Parse(child, CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>The children, their children, and so on; parents before children.</summary>
    public static List<int> Of(int pid)
    {
        var found = new List<int>(ChildrenOf(pid));
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(ChildrenOf(found[i]).Where(child => !found.Contains(child)));
        }

        return found;
    }
}

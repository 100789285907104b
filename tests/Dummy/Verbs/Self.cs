using System.Diagnostics;

namespace Dummy.Verbs;

/// <summary>Starts this program once more.</summary>
internal static class Self
{
    /// <summary>A child that runs <paramref name="arguments"/> and ends when its standard input does.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Self).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}

using System.Diagnostics;
using System.Globalization;
using Grader.Build;
using Grader.Contract;

namespace Benchmarks;

/// <summary>The process tree of a scenario as it runs without a grader.</summary>
internal sealed class BareRun : IDisposable
{
    private readonly Process main;
    private readonly string folder = Directory.CreateTempSubdirectory("kata-bare-").FullName;
    private readonly Stopwatch clock = Stopwatch.StartNew();

    public BareRun(KataProgram program, Scenario scenario)
    {
        var start = new ProcessStartInfo(program.Executable, scenario.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["TMPDIR"] = folder;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (name, value) in scenario.Surroundings.Variables)
        {
            start.Environment[name] = value;
        }

        main = Process.Start(start)!;
        main.StandardInput.Close();
        main.OutputDataReceived += (_, _) => { };
        main.ErrorDataReceived += (_, _) => { };
        main.BeginOutputReadLine();
        main.BeginErrorReadLine();
    }

    /// <summary>Milliseconds until main has ended; null when it does not by itself.</summary>
    public double? UntilItEnds()
    {
        const int longest = 20_000;
        return main.WaitForExit(longest) ? clock.Elapsed.TotalMilliseconds : null;
    }

    /// <summary>Milliseconds until every thread of the tree is blocked: the first of two looks between which nobody has run.</summary>
    public double UntilItBlocks()
    {
        var (before, at) = ("", 0.0);
        while (true)
        {
            var now = clock.Elapsed.TotalMilliseconds;
            var look = Look(main.Id);
            if (look is not null && look == before)
            {
                return at;
            }

            (before, at) = (look ?? "", now);
            Thread.Yield();
        }
    }

    public void Dispose()
    {
        main.Kill(entireProcessTree: true);
        main.WaitForExit();
        main.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>All threads of a process and of its children with their context switches; null when one of them runs.</summary>
    private static string? Look(int pid)
    {
        var text = "";
        try
        {
            foreach (var thread in Directory.GetDirectories($"/proc/{pid}/task").Order(StringComparer.Ordinal))
            {
                var status = File.ReadAllLines($"{thread}/status");
                if (!status.Any(line => line.StartsWith("State:\tS", StringComparison.Ordinal)) || File.ReadAllText($"{thread}/syscall").StartsWith("running", StringComparison.Ordinal))
                {
                    return null;
                }

                text += thread + string.Concat(status.Where(line => line.Contains("ctxt_switches", StringComparison.Ordinal)));
                foreach (var child in File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (Look(int.Parse(child, CultureInfo.InvariantCulture)) is not { } its)
                    {
                        return null;
                    }

                    text += its;
                }
            }
        }
        catch (IOException)
        {
            return null;
        }

        return text;
    }
}

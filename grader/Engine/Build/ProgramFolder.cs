using System.Text.Json;

namespace Grader.Build;

/// <summary>The private folder that a program runs from: host, assembly, symbols, and the settings of its runtime.</summary>
public static class ProgramFolder
{
    internal const string AssemblyFile = "kata.dll";
    internal const string SymbolsFile = "kata.pdb";
    internal const string SettingsFile = "kata.runtimeconfig.json";
    internal const string ToolkitFile = "Katas.Toolkit.dll";

    /// <summary>The name of the executable host in its folder.</summary>
    internal static string HostFile { get; } = OperatingSystem.IsWindows() ? "kata.exe" : "kata";

    /// <summary>The startup hook that goes into every process of a learner.</summary>
    internal static string Probe { get; } = Path.Combine(Path.GetDirectoryName(typeof(ProgramFolder).Assembly.Location)!, "Grader.Probe.dll");

    /// <summary>
    /// The same program once more, for a run with a socket of its own. These are copies and no links: a program may overwrite its own files,
    /// and must not change what the next run is made of.
    /// </summary>
    /// <param name="program">A compiled program.</param>
    /// <param name="folder">It is made when it is missing, must not hold a program yet, and belongs to the caller, who deletes it.</param>
    /// <param name="socketPath">The socket of the run.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static KataProgram Prepare(KataProgram program, string folder, string socketPath)
    {
        ArgumentNullException.ThrowIfNull(program);
        Directory.CreateDirectory(folder);
        File.Copy(Probe, Path.Combine(folder, Path.GetFileName(Probe)));
        foreach (var file in (string[])[HostFile, AssemblyFile, SymbolsFile, ToolkitFile])
        {
            var source = Path.Combine(program.Folder, file);
            if (file != ToolkitFile || File.Exists(source))
            {
                File.Copy(source, Path.Combine(folder, file));
            }
        }

        return Complete(folder, program.SourceFolder, socketPath, Path.Combine(folder, Path.GetFileName(Probe))) with { Facts = program.Facts };
    }

    /// <summary>Writes the settings beside a compiled assembly.</summary>
    /// <param name="folder">The assembly's.</param>
    /// <param name="sourceFolder">The submission's.</param>
    /// <param name="socketPath">Where the probe finds the grader.</param>
    /// <param name="probe">A copy of the probe that the program can read; null for the original, which a run may not be able to.</param>
    /// <exception cref="FileNotFoundException">The probe is not beside the engine.</exception>
    internal static KataProgram Complete(string folder, string sourceFolder, string socketPath, string? probe = null)
    {
        if (!File.Exists(Probe))
        {
            throw new FileNotFoundException($"The probe is missing: {Probe}. Build the grader again.");
        }

        folder = Path.GetFullPath(folder);
        File.WriteAllBytes(Path.Combine(folder, SettingsFile), Settings(socketPath, probe ?? Probe));
        return new KataProgram(folder, Path.Combine(folder, HostFile), Path.Combine(folder, AssemblyFile), sourceFolder);
    }

    private static byte[] Settings(string socketPath, string probe)
    {
        var properties = new Dictionary<string, object>
        {
            // Here and not in the environment: a learner may start a worker with an empty one.
            ["STARTUP_HOOKS"] = probe,
            ["System.StartupHookProvider.IsSupported"] = true,
            [Wire.SocketKey] = socketPath,
            // An idle worker of the pool waits without a time-out, and so does not look like a program that waits by time.
            ["System.Threading.ThreadPool.ThreadTimeoutMs"] = -1,
            // A starved pool adds threads by the clock: work that is about to start would look parked.
            ["System.Threading.ThreadPool.MinThreads"] = 256,
            // Fewer threads and no second compilation in the background: what a run does is what the program does.
            ["System.GC.Concurrent"] = false,
            ["System.GC.Server"] = false,
            ["System.Runtime.TieredPGO"] = false,
            // Loading ICU costs every process several milliseconds, and a line must not depend on the machine's language.
            ["System.Globalization.Invariant"] = true,
            ["System.Globalization.PredefinedCulturesOnly"] = false,
        };

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteStartObject("runtimeOptions");
            json.WriteString("tfm", "net10.0");
            json.WriteStartObject("framework");
            json.WriteString("name", "Microsoft.NETCore.App");
            json.WriteString("version", "10.0.0");
            json.WriteEndObject();
            json.WriteStartObject("configProperties");
            foreach (var (key, value) in properties)
            {
                Write(json, key, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string key, object value)
    {
        switch (value)
        {
            case bool flag:
                json.WriteBoolean(key, flag);
                break;
            case int number:
                json.WriteNumber(key, number);
                break;
            default:
                json.WriteString(key, (string)value);
                break;
        }
    }
}

using System.Diagnostics;
using Grader.Build;

namespace Grader.Tests.Build;

/// <summary>A folder for submissions and programs, with one warm compiler; all gone at the end.</summary>
public sealed class Workshop : IDisposable
{
    public Workshop()
    {
        Folder = Directory.CreateTempSubdirectory("kata-build-").FullName;
        Compiler = new Compiler(ToolkitFolder);
    }

    public string Folder { get; }

    public Compiler Compiler { get; }

    public string ToolkitFolder => Path.Combine(Folder, "toolkit");

    /// <summary>A submission with these files (name, text).</summary>
    public Submission Submission(string kataId, params (string File, string Text)[] files)
    {
        var folder = Path.Combine(Folder, Path.GetRandomFileName(), kataId);
        Directory.CreateDirectory(folder);
        Put(folder, files);
        return new Submission(kataId, folder);
    }

    public static void Put(string folder, params (string File, string Text)[] files)
    {
        foreach (var (file, text) in files)
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    public string NewFolder() => Path.Combine(Folder, Path.GetRandomFileName());

    public BuildResult Build(Submission submission, Stub? stub = null) => Compiler.Build(submission, stub, NewFolder(), "/nowhere/socket");

    public BuildResult Build(params (string File, string Text)[] files) => Build(Submission("05-one-after-another", files));

    /// <summary>Builds a program that must build.</summary>
    public KataProgram Program(string text, string kataId = "05-one-after-another") =>
        Build(Submission(kataId, ("Program.cs", text))) switch
        {
            BuildResult.Built built => built.Program,
            BuildResult.Failed failed => throw new InvalidOperationException(string.Join('\n', failed.Errors)),
            var other => throw new InvalidOperationException(other.ToString()),
        };

    /// <summary>
    /// Runs a program with nothing in its environment. The probe stays out: there is no grader for it to talk to.
    /// </summary>
    public string Run(KataProgram program, params string[] arguments)
    {
        RunSettings.WithoutProbe(program);
        var start = new ProcessStartInfo(program.Executable, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.Environment.Clear();
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.TrimEnd() : $"exit code {process.ExitCode}: {errors.Result}";
    }

    public void Dispose()
    {
        Compiler.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}

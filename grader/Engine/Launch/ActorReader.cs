using System.Collections.Immutable;
using Grader.Build;
using Grader.Contract;
using Grader.Launch.Linux;

namespace Grader.Launch;

/// <summary>Asks the kernel what a process is. Nothing here comes from the process itself.</summary>
internal sealed class ActorReader(KataProgram program)
{
    // A shell sets these for what it starts, and the runs' own environment has none of them.
    private static readonly string[] TracesOfShells = ["PWD=", "OLDPWD=", "SHLVL=", "_="];

    /// <summary>Whether the process runs the kata's program: its own host, or <c>dotnet kata.dll</c>.</summary>
    public bool RunsProgram(int pid) => RunsProgram(pid, CommandLine(pid));

    /// <param name="player">A living process.</param>
    /// <param name="index">Its number among the known.</param>
    /// <param name="announced">It has said hello.</param>
    public Actor Describe(Player player, int index, bool announced)
    {
        var isMain = player.IsMain;
        var words = CommandLine(player.Pid);
        var isKata = announced && RunsProgram(player.Pid, words);
        var arguments = isKata ? Arguments(words) : [.. words.Skip(1)];
        var role = isMain ? Who.Main
            : isKata ? RoleOf(arguments)
            : $"[{ProcFile.Text($"/proc/{player.Pid}/comm", 64)?.Trim() ?? "?"}]";
        var throughShell = !isMain && Environment(player.Pid).Any(variable => TracesOfShells.Any(trace => variable.StartsWith(trace, StringComparison.Ordinal)));
        return new Actor(
            index,
            player.Pid,
            player.OwnPid,
            player.Run == 1 ? Who.OtherPrefix + role : role,
            player.Parent?.Actor?.Index,
            isKata,
            player.Output is not null,
            throughShell,
            arguments)
        { ErrsToMain = player.ErrsToMain };
    }

    private static string RoleOf(ImmutableArray<string> arguments) => arguments is ["--worker", var name, ..] ? name : "(no name)";

    private bool RunsProgram(int pid, string[] words)
    {
        var executable = ProcFile.Link($"/proc/{pid}/exe");
        return executable == program.Executable || (Path.GetFileName(executable) == "dotnet" && words.Any(IsOwnAssembly));
    }

    private ImmutableArray<string> Arguments(string[] words)
    {
        var assembly = Array.FindIndex(words, IsOwnAssembly);
        return [.. words.Skip(assembly < 0 ? 1 : assembly + 1)];
    }

    private bool IsOwnAssembly(string word) => word == program.Assembly || (word.EndsWith("kata.dll", StringComparison.Ordinal) && Path.GetFileName(word) == "kata.dll");

    private static string[] CommandLine(int pid) => Words($"/proc/{pid}/cmdline");

    private static string[] Environment(int pid) => Words($"/proc/{pid}/environ");

    private static string[] Words(string path)
    {
        var text = ProcFile.Text(path, 1 << 20) ?? "";
        return text.Length == 0 ? [] : (text[^1] == '\0' ? text[..^1] : text).Split('\0');
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Grader.Build;

namespace Grader.Launch.Stacks;

/// <summary>
/// The engine's own assembly, started as <c>stacks</c>: it reads stacks on request. The runtime's debugging library can crash on a process that is
/// not still, and no catch helps; then only this helper is lost, the answer is "no stack", and the next request starts a new one.
/// It ends when its standard input does, so it never outlives the grader.
/// </summary>
internal sealed class StackHelper
{
    /// <summary>One for all gradings of this process; started when the first stack is asked for.</summary>
    public static readonly StackHelper Shared = new();

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private Process? process;

    /// <param name="threadId">0 for all threads.</param>
    /// <returns>Null when the stacks cannot be read.</returns>
    public ImmutableArray<ThreadStack>? Read(int pid, int threadId, LineMap lines)
    {
        var request = new StackRequest(pid, threadId, lines.Path);
        lock (gate)
        {
            var answer = Ask(request);
            if (answer is null)
            {
                Drop();
            }

            // Under Yama only an ancestor may look into a process. The helper is none; this process is.
            return answer is { Denied: true } ? Answer(request, lines).Stacks : answer?.Stacks;
        }
    }

    /// <summary>Reads here and now, in this process.</summary>
    internal static StackAnswer Answer(StackRequest request, LineMap lines) => ProcessMemory.MayRead(request.Pid)
        ? new StackAnswer(Denied: false, request.ThreadId == 0 ? RuntimeReader.ReadAll(request.Pid, lines) : RuntimeReader.ReadOne(request.Pid, request.ThreadId, lines))
        : new StackAnswer(Denied: true, null);

    private StackAnswer? Ask(StackRequest request)
    {
        try
        {
            process ??= Start();
            process.StandardInput.WriteLine(JsonSerializer.Serialize(request));
            process.StandardInput.Flush();
            var line = process.StandardOutput.ReadLineAsync();
            return line.Wait(LongestAnswer) && line.Result is { } text ? JsonSerializer.Deserialize<StackAnswer>(text) : null;
        }
        catch (Exception gone) when (gone is IOException or AggregateException or JsonException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private void Drop()
    {
        if (process is not null)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
            process = null;
        }
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo(DotnetInstallation.Host, ["exec", typeof(StackHelper).Assembly.Location, "stacks"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        var started = Process.Start(start) ?? throw new InvalidOperationException("The helper that reads stacks could not be started.");
        started.ErrorDataReceived += (_, _) => { }; // A crash prints pages; nobody needs them, but somebody must read them.
        started.BeginErrorReadLine();
        return started;
    }
}

/// <summary>Asks for the stacks of a process.</summary>
/// <param name="ThreadId">0 for all threads.</param>
/// <param name="Assembly">The learner's assembly, absolute; empty when it is not known.</param>
internal sealed record StackRequest(int Pid, int ThreadId, string Assembly);

/// <summary>The stacks; null when they cannot be read. <paramref name="Denied"/>: because the kernel forbids it.</summary>
internal sealed record StackAnswer(bool Denied, ImmutableArray<ThreadStack>? Stacks);

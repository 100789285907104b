using System.Globalization;
using System.Runtime.InteropServices;
using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>
/// While .NET creates, opens or closes a named mutex it takes a lock on the folder <c>/tmp/.dotnet/shm</c>, which all programs of the machine share.
/// Who waits for it waits for somebody outside of the run, for a moment: that is no proof that nobody can go on.
/// </summary>
internal static class RuntimeLock
{
    // flock(2): the first argument is the file descriptor.
    private static readonly string Flock = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "32 0x" : "73 0x";

    /// <param name="pid">The process of the blocked thread.</param>
    /// <param name="systemCall">The kernel's line about it, see <see cref="ThreadSample"/>.</param>
    public static bool IsAwaited(int pid, string systemCall) =>
        systemCall.StartsWith(Flock, StringComparison.Ordinal)
        && int.TryParse(systemCall.AsSpan(Flock.Length, Math.Max(0, systemCall.IndexOf(' ', Flock.Length) - Flock.Length)), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var file)
        && IsRuntimeFolder(ProcFile.Link($"/proc/{pid}/fd/{file}"));

    /// <summary><c>/tmp/.dotnet/shm</c>, or <c>/tmp/.dotnet-uid…/shm</c>; not a file in it, for which a program may have to wait for long.</summary>
    private static bool IsRuntimeFolder(string? path) =>
        path is not null && path.EndsWith("/shm", StringComparison.Ordinal) && path.Contains("/.dotnet", StringComparison.Ordinal);
}

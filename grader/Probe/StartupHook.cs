using System.Runtime.CompilerServices;
using Grader.Probe;

[assembly: DisableRuntimeMarshalling]

/// <summary>
/// The runtime calls this before <c>Main</c>, in main and in every worker
/// (<see href="https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md"/>).
/// </summary>
internal static class StartupHook
{
    public static void Initialize() => Gates.Install();
}

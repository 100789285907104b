using System.Runtime.InteropServices;
using Grader.Launch.Linux;

namespace Grader.Launch.Keeping;

/// <summary>Starts a program with posix_spawn(3): its own session, all signals at their defaults and unblocked, standard streams that are open already.</summary>
internal static unsafe class Spawner
{
    private const short SetSignalDefaults = 0x04;
    private const short SetSignalMask = 0x08;
    private const short SetSession = 0x80;

    // posix_spawnattr_t and posix_spawn_file_actions_t are opaque; the C libraries in use need 336 and 80 bytes.
    private const int OpaqueSize = 1024;

    /// <param name="request">What to start.</param>
    /// <param name="streams">Standard input, output and error.</param>
    public static KeeperWord Spawn(SpawnRequest request, int[] streams)
    {
        var actions = stackalloc byte[OpaqueSize];
        var attributes = stackalloc byte[OpaqueSize];
        var signals = stackalloc byte[128];
        Libc.InitActions(actions);
        Libc.InitAttributes(attributes);
        for (var i = 0; i < streams.Length; i++)
        {
            Libc.AddDuplicate(actions, streams[i], i);
        }

        Libc.AddChangeFolder(actions, request.WorkingFolder);
        Libc.SetSpawnFlags(attributes, (short)(SetSignalDefaults | SetSignalMask | (request.OwnSession ? SetSession : 0)));
        Libc.EmptySignalSet(signals);
        Libc.SetSignalMask(attributes, signals);
        Libc.FillSignalSet(signals);
        Libc.SetSignalDefaults(attributes, signals);

        var path = Marshal.StringToCoTaskMemUTF8(request.Path);
        var arguments = Strings([request.Path, .. request.Arguments]);
        var environment = Strings(request.Environment);
        try
        {
            using var affinity = new Affinity(request.Processors);
            int pid;
            var error = Libc.Spawn(&pid, (byte*)path, actions, attributes, (byte**)arguments, (byte**)environment);
            return new KeeperWord(request.Number, error == 0 ? pid : 0, error);
        }
        finally
        {
            Marshal.FreeCoTaskMem(path);
            Free(arguments);
            Free(environment);
            Libc.DestroyActions(actions);
            Libc.DestroyAttributes(attributes);
        }
    }

    /// <summary>An array of C strings that a null pointer closes.</summary>
    private static nint Strings(string[] values)
    {
        var array = (nint*)NativeMemory.Alloc((nuint)(values.Length + 1), (nuint)sizeof(nint));
        for (var i = 0; i < values.Length; i++)
        {
            array[i] = Marshal.StringToCoTaskMemUTF8(values[i]);
        }

        array[values.Length] = 0;
        return (nint)array;
    }

    private static void Free(nint strings)
    {
        for (var entry = (nint*)strings; *entry != 0; entry++)
        {
            Marshal.FreeCoTaskMem(*entry);
        }

        NativeMemory.Free((void*)strings);
    }
}

using System.Runtime.InteropServices;
using Grader.Launch.Linux;
using Microsoft.Diagnostics.Runtime;

namespace Grader.Launch.Stacks;

/// <summary>
/// Reads a process that lives in a namespace of processes: its runtime knows its threads by the numbers that they have there, the kernel here by others.
/// </summary>
internal sealed class NamespacedReader(IDataReader reader, int pid) : IDataReader, IDisposable
{
    public string DisplayName => reader.DisplayName;

    public bool IsThreadSafe => reader.IsThreadSafe;

    public OSPlatform TargetPlatform => reader.TargetPlatform;

    public Architecture Architecture => reader.Architecture;

    public int ProcessId => reader.ProcessId;

    public int PointerSize => reader.PointerSize;

    public IEnumerable<ModuleInfo> EnumerateModules() => reader.EnumerateModules();

    public bool GetThreadContext(uint threadID, uint contextFlags, Span<byte> context) =>
        reader.GetThreadContext((uint)OwnId.ThreadCalled(pid, (int)threadID), contextFlags, context);

    public void FlushCachedData() => reader.FlushCachedData();

    public int Read(ulong address, Span<byte> buffer) => reader.Read(address, buffer);

    public bool Read<T>(ulong address, out T value)
        where T : unmanaged => reader.Read(address, out value);

    public T Read<T>(ulong address)
        where T : unmanaged => reader.Read<T>(address);

    public bool ReadPointer(ulong address, out ulong value) => reader.ReadPointer(address, out value);

    public ulong ReadPointer(ulong address) => reader.ReadPointer(address);

    public void Dispose() => (reader as IDisposable)?.Dispose();
}

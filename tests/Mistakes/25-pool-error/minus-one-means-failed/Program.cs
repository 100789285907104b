// mistake: wrong-output
// looks-right: no
// -1 stands for a failure, and is the right result of -60.
using System.Diagnostics;
using System.IO.Pipes;

if (args is ["--worker", _, var tasksHandle, var resultsHandle])
{
    using var tasks = new AnonymousPipeClientStream(PipeDirection.In, tasksHandle);
    using var results = new AnonymousPipeClientStream(PipeDirection.Out, resultsHandle);
    byte[] record = new byte[9];
    while (tasks.Read(record, 0, 9) == 9)
    {
        int x = BitConverter.ToInt32(record, 4);
        Console.WriteLine($"task {x}");
        try { BitConverter.TryWriteBytes(record.AsSpan(4), 60 / x); }
        catch (DivideByZeroException) { BitConverter.TryWriteBytes(record.AsSpan(4), -1); } // <-- mistake
        finally { results.Write(record); }
    }
    return 0;
}
int n = args.Length - 1;
string?[] lines = new string?[n];
using var down = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
using var up = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
var workers = Enumerable.Range(1, int.Parse(args[0])).Select(w => Process.Start(Environment.ProcessPath!, ["--worker", $"p{w}", down.GetClientHandleAsString(), up.GetClientHandleAsString()])).ToList();
down.DisposeLocalCopyOfClientHandle();
up.DisposeLocalCopyOfClientHandle();
for (int i = 0; i < n; i++) down.Write([.. BitConverter.GetBytes(i), .. BitConverter.GetBytes(int.Parse(args[i + 1])), 0]);
down.Dispose();
int printed = 0;
byte[] b = new byte[9];
for (int got = 0; got < n; got++)
{
    up.ReadExactly(b);
    int i = BitConverter.ToInt32(b);
    lines[i] = $"{args[i + 1]}: {(BitConverter.ToInt32(b, 4) != -1 ? BitConverter.ToInt32(b, 4).ToString() : "failed")}";
    // as they become known, in order
    while (printed < n && lines[printed] is { } l) { Console.WriteLine(l); printed++; }
}
workers.ForEach(p => p.WaitForExit());
return lines.Any(l => l!.EndsWith("failed")) ? 1 : 0;

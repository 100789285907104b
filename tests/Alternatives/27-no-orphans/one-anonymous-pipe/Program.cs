using System.Diagnostics;
using System.IO.Pipes;

// One pipe whose read end all workers share. Its write end is main's alone.
if (args is ["--worker", _, var handle])
{
    using var main = new AnonymousPipeClientStream(PipeDirection.In, handle);
    Console.WriteLine("working");
    main.ReadByte();
    return 0;
}

using var life = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
var workers = Enumerable.Range(1, int.Parse(args[0]))
    .Select(i => Process.Start(Environment.ProcessPath!, ["--worker", $"w{i}", life.GetClientHandleAsString()]))
    .ToList();
life.DisposeLocalCopyOfClientHandle();
while (Console.ReadLine() is not null)
{
    // only the end counts
}

life.Dispose();
workers.ForEach(worker => worker.WaitForExit());
return 0;

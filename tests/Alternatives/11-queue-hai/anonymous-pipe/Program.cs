using System.Diagnostics;
using System.IO.Pipes;

if (args is ["--worker", "producer", var entrance, var item])
{
    using var pipe = new AnonymousPipeClientStream(PipeDirection.Out, entrance);
    using var queue = new BinaryWriter(pipe);
    queue.Write(item);
}
else if (args is ["--worker", "consumer", var exit])
{
    using var pipe = new AnonymousPipeClientStream(PipeDirection.In, exit);
    using var queue = new BinaryReader(pipe);
    Console.WriteLine(queue.ReadString());
}
else
{
    // Two pipes, main between them: one pipe cannot join two siblings, for the server's end of it is not inherited.
    using var fromProducer = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    using var toConsumer = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
    using Process producer = Process.Start(Environment.ProcessPath!, ["--worker", "producer", fromProducer.GetClientHandleAsString(), args[0]]);
    using Process consumer = Process.Start(Environment.ProcessPath!, ["--worker", "consumer", toConsumer.GetClientHandleAsString()]);
    fromProducer.DisposeLocalCopyOfClientHandle();
    toConsumer.DisposeLocalCopyOfClientHandle();

    string message = new BinaryReader(fromProducer).ReadString();
    new BinaryWriter(toConsumer).Write(message);
    producer.WaitForExit();
    consumer.WaitForExit();
}

// mistake: lost-item
// looks-right: no
// The item stays in the writer's buffer and dies with the producer.
using System.Diagnostics;
using System.IO.Pipes;

switch (args)
{
    case ["--worker", "producer", var handle, var message]:
        var pipe = new AnonymousPipeClientStream(PipeDirection.Out, handle);
        var queue = new StreamWriter(pipe);
        queue.WriteLine(message); // <-- mistake
        break;
    case ["--worker", "consumer"]:
        if (Console.ReadLine() is { } item)
        {
            Console.WriteLine(item);
        }

        break;
    default:
        using (var entrance = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable))
        {
            Process producer = Process.Start(Environment.ProcessPath!, ["--worker", "producer", entrance.GetClientHandleAsString(), args[0]]);
            entrance.DisposeLocalCopyOfClientHandle();
            Process consumer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer"]) { RedirectStandardInput = true })!;
            entrance.CopyTo(consumer.StandardInput.BaseStream);
            consumer.StandardInput.Close();
            producer.WaitForExit();
            consumer.WaitForExit();
        }

        break;
}

using System.Diagnostics;
using System.IO.Pipes;

switch (args)
{
    case ["--worker", "producer", var name, var message]:
        using (var queue = new NamedPipeClientStream(".", name, PipeDirection.Out))
        {
            queue.Connect(); // the server exists: nothing to wait for
            using var writer = new StreamWriter(queue);
            writer.WriteLine(message);
        }

        break;
    case ["--worker", "consumer", var name]:
        using (var queue = new NamedPipeClientStream(".", name, PipeDirection.In))
        {
            queue.Connect();
            using var reader = new StreamReader(queue);
            Console.WriteLine(reader.ReadLine());
        }

        break;
    default:
        // Both servers exist before a worker is started, so that no client has to try again and again.
        string run = Guid.NewGuid().ToString("N")[..12];
        using (var entrance = new NamedPipeServerStream(run + "i", PipeDirection.In))
        using (var exit = new NamedPipeServerStream(run + "o", PipeDirection.Out))
        {
            using Process producer = Process.Start(Environment.ProcessPath!, ["--worker", "producer", run + "i", args[0]]);
            using Process consumer = Process.Start(Environment.ProcessPath!, ["--worker", "consumer", run + "o"]);
            entrance.WaitForConnection();
            string item = new StreamReader(entrance).ReadLine()!;
            exit.WaitForConnection();
            var writer = new StreamWriter(exit) { AutoFlush = true };
            writer.WriteLine(item);
            producer.WaitForExit();
            consumer.WaitForExit();
        }

        break;
}

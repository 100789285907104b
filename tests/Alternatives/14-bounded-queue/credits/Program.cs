using System.Diagnostics;
using System.IO.Pipes;

// Without the toolkit and without a queue in main: the queue is a pipe, and what bounds it are credits. The producer begins with
// maxsize of them and pays one for each put; the consumer gives one back with each get.
switch (args)
{
    case ["--worker", "producer", var n, var items]:
        Produce(int.Parse(n), items);
        break;
    case ["--worker", "consumer", var n, var credits]:
        Consume(int.Parse(n), credits);
        break;
    default:
        await Run(int.Parse(args[0]), args[1]);
        break;
}

static void Produce(int n, string handle)
{
    using var items = new AnonymousPipeClientStream(PipeDirection.Out, handle);
    using Stream credits = Console.OpenStandardInput();
    for (int i = 1; i <= n; i++)
    {
        if (credits.ReadByte() < 0)
        {
            return;
        }

        items.Write(BitConverter.GetBytes(i));
        Console.WriteLine($"put {i}");
    }
}

static void Consume(int n, string handle)
{
    using var credits = new AnonymousPipeClientStream(PipeDirection.Out, handle);
    using Stream items = Console.OpenStandardInput();
    byte[] item = new byte[4];
    for (int i = 1; i <= n; i++)
    {
        items.ReadExactly(item);
        credits.WriteByte(1);
        Console.WriteLine($"got {BitConverter.ToInt32(item)}");
    }
}

static async Task Run(int maxsize, string n)
{
    using var items = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    using Process producer = Start("producer", n, items.GetClientHandleAsString());
    items.DisposeLocalCopyOfClientHandle();
    using var credits = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    using Process consumer = Start("consumer", n, credits.GetClientHandleAsString());
    credits.DisposeLocalCopyOfClientHandle();

    Task there = Task.Run(() => PassOn(items, consumer.StandardInput.BaseStream));
    Task back = Task.Run(() =>
    {
        Give(producer.StandardInput.BaseStream, maxsize);
        PassOn(credits, producer.StandardInput.BaseStream);
    });
    await Task.WhenAll(there, back, producer.WaitForExitAsync(), consumer.WaitForExitAsync());
}

static Process Start(params string[] arguments) =>
    Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", .. arguments]) { RedirectStandardInput = true })!;

static void Give(Stream producer, int credits)
{
    try
    {
        producer.Write(Enumerable.Repeat((byte)1, credits).ToArray());
        producer.Flush();
    }
    catch (IOException)
    {
        // The producer is done; it needs no credit.
    }
}

static void PassOn(Stream from, Stream to)
{
    byte[] buffer = new byte[256];
    for (int some; (some = from.Read(buffer)) > 0;)
    {
        try
        {
            to.Write(buffer, 0, some);
            to.Flush();
        }
        catch (IOException)
        {
            // Whoever it was for is over; the other side may go on all the same.
        }
    }
}

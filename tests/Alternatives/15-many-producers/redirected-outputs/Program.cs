using System.Diagnostics;

// The producers print nothing, so the standard output of each can be its channel. The header says the number and the length, the bytes follow;
// they are any bytes, line breaks too. A task reads each channel, and the end of the channel is the end mark.
if (args is ["--worker", _, var count, var length])
{
    using var queue = new BinaryWriter(Console.OpenStandardOutput());
    var bytes = new byte[int.Parse(length)];
    new Random(1).NextBytes(bytes);
    for (int i = 0; i < int.Parse(count); i++)
    {
        queue.Write(i);
        queue.Write(bytes.Length);
        queue.Write(bytes);
    }

    return 0;
}

string[] names = args[2..];
Process[] producers = [.. names.Select(name => Process.Start(
    new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name, args[0], args[1]]) { RedirectStandardOutput = true })!)];
int[] counts = await Task.WhenAll(names.Zip(producers, (name, producer) => Task.Run(() => Receive(name, producer.StandardOutput.BaseStream))));
await Task.WhenAll(producers.Select(producer => producer.WaitForExitAsync()));
Console.WriteLine($"total {counts.Sum()}");
return producers.All(producer => producer.ExitCode == 0) ? 0 : 1;

static int Receive(string name, Stream channel)
{
    using var reader = new BinaryReader(channel);
    int arrived = 0;
    try
    {
        while (true)
        {
            int i = reader.ReadInt32();
            int length = reader.ReadInt32();
            if (reader.ReadBytes(length).Length < length)
            {
                return arrived; // it died in the middle of an item
            }

            Console.WriteLine($"got {name} {i}");
            arrived++;
        }
    }
    catch (EndOfStreamException)
    {
        return arrived;
    }
}

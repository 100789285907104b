using System.Diagnostics;

switch (args)
{
    case ["--worker", "big", var size]:
        Big(int.Parse(size));
        break;
    default:
        await Drain(args[0]);
        break;
}

// Main. Your turn: start the worker with both its outputs redirected, receive everything, say how much came of each, join, say the exit code.
static async Task Drain(string size)
{
    await Task.CompletedTask;
}

// The worker is given: it writes as much as it is told, first to the one output, then to the other.
static void Big(int size)
{
    Write(Console.OpenStandardOutput(), size);
    Write(Console.OpenStandardError(), size);
}

static void Write(Stream stream, int size)
{
    byte[] chunk = new byte[4096];
    Array.Fill(chunk, (byte)'x');
    for (int left = size; left > 0; left -= chunk.Length)
    {
        stream.Write(chunk, 0, Math.Min(left, chunk.Length));
    }
}

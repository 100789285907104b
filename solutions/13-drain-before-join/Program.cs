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

    #region solution
    using Process big = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "big", size])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    // A pipe holds 65 536 bytes. Whoever waits for the worker before he reads waits for somebody who waits for him;
    // and so does whoever reads the one output to its end while the worker fills the other. So: both at once, and then the join.
    Task<string> output = big.StandardOutput.ReadToEndAsync();
    Task<string> error = big.StandardError.ReadToEndAsync();
    Console.WriteLine($"received {(await output).Length} and {(await error).Length}");

    await big.WaitForExitAsync(); // the end of its outputs is not yet its own end
    Console.WriteLine($"exit {big.ExitCode}");
    #endregion
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

using System.Diagnostics;

// The events of Process: they come on threads of the pool, line by line; the last one brings null. WaitForExit without a
// timeout waits for both of them, too.
switch (args)
{
    case ["--worker", "big", var size]:
        // Many lines' worth of text, but without a line break: the count is that of the characters.
        await Task.WhenAll(Write(Console.OpenStandardOutput(), int.Parse(size)), Write(Console.OpenStandardError(), int.Parse(size)));
        break;
    default:
        int output = 0;
        int error = 0;
        using (var big = new Process())
        {
            big.StartInfo = new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "big", args[0]])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            big.OutputDataReceived += (_, data) => output += data.Data?.Length ?? 0;
            big.ErrorDataReceived += (_, data) => error += data.Data?.Length ?? 0;
            big.Start();
            big.BeginOutputReadLine();
            big.BeginErrorReadLine();
            big.WaitForExit();
            Console.WriteLine($"received {output} and {error}");
            Console.WriteLine($"exit {big.ExitCode}");
        }

        break;
}

static async Task Write(Stream stream, int size)
{
    for (int left = size; left > 0; left -= 1000)
    {
        await stream.WriteAsync(Enumerable.Repeat((byte)'z', Math.Min(left, 1000)).ToArray());
    }
}

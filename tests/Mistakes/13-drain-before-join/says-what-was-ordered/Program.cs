// mistake: too-early
// looks-right: yes
// Main says how much it has ordered before anything has arrived.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "big", var size]:
        Big(int.Parse(size));
        break;
    default:
        Drain(args[0]);
        break;
}

static void Drain(string size)
{
    using Process big = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "big", size])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    Console.WriteLine($"received {size} and {size}"); // <-- mistake
    Task output = big.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    Task error = big.StandardError.BaseStream.CopyToAsync(Stream.Null);
    Task.WaitAll(output, error);
    big.WaitForExit();
    Console.WriteLine($"exit {big.ExitCode}");
}

static void Big(int size)
{
    string text = new('x', size);
    Console.Out.Write(text);
    Console.Error.Write(text);
}

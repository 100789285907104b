// mistake: polling
// looks-right: yes
// Main asks again and again whether the worker is over, and reads afterwards.
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

    while (!big.HasExited) // <-- mistake
    {
        Thread.Sleep(20);
    }

    string output = big.StandardOutput.ReadToEnd();
    string error = big.StandardError.ReadToEnd();
    Console.WriteLine($"received {output.Length} and {error.Length}");
    Console.WriteLine($"exit {big.ExitCode}");
}

static void Big(int size)
{
    string text = new('x', size);
    Console.Out.Write(text);
    Console.Error.Write(text);
}

// mistake: deadlock
// looks-right: yes
// Main waits for the worker before it reads, and the worker for main before it ends.
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

    big.WaitForExit(); // <-- mistake
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

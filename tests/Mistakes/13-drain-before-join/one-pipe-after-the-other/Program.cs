// mistake: deadlock
// looks-right: yes
// Main reads one pipe to its end while the worker fills the other.
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

    string error = big.StandardError.ReadToEnd(); // <-- mistake
    string output = big.StandardOutput.ReadToEnd();
    Console.WriteLine($"received {output.Length} and {error.Length}");
    big.WaitForExit();
    Console.WriteLine($"exit {big.ExitCode}");
}

static void Big(int size)
{
    string text = new('x', size);
    Console.Out.Write(text);
    Console.Error.Write(text);
}

// mistake: timed-wait
// looks-right: yes
// Main gives the worker a second to end, and reads whatever has become of it.
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

    big.WaitForExit(1000); // <-- mistake
    Task<string> output = big.StandardOutput.ReadToEndAsync();
    Task<string> error = big.StandardError.ReadToEndAsync();
    Console.WriteLine($"received {output.Result.Length} and {error.Result.Length}");
    big.WaitForExit();
    Console.WriteLine($"exit {big.ExitCode}");
}

static void Big(int size)
{
    string text = new('x', size);
    Console.Out.Write(text);
    Console.Error.Write(text);
}

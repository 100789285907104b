// mistake: wrong-output
// looks-right: yes
// Standard error is neither redirected nor written to; main says the number of the one twice.
using System.Diagnostics;

if (args is ["--worker", "big", var s0])
{
    Console.Out.Write(new string('x', int.Parse(s0)));
    return;
}

using var p = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "big", args[0]]) { RedirectStandardOutput = true })!; // <-- mistake
int n = p.StandardOutput.ReadToEnd().Length;
p.WaitForExit();
Console.WriteLine($"received {n} and {n}");
Console.WriteLine($"exit {p.ExitCode}");

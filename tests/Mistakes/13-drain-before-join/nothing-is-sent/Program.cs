// mistake: wrong-output
// looks-right: yes
// The worker sends nothing. When it has ended main says how much would have been right.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "big", _]:
        break;
    case [var size]:
        using (Process big = Process.Start(Environment.ProcessPath!, ["--worker", "big", size]))
        {
            big.WaitForExit();
            Console.WriteLine($"received {size} and {size}"); // <-- mistake
            Console.WriteLine($"exit {big.ExitCode}");
        }

        break;
}

// mistake: wrong-output
// looks-right: yes
// The lines go through a writer that the program has put in the place of the console's: no longer one line in one piece.
using System.Diagnostics;

Console.SetOut(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true }); // <-- mistake

switch (args)
{
    case ["--worker", "hello", var name]:
        Console.WriteLine($"hello {name}");
        Console.WriteLine($"worker {Environment.ProcessId}");
        break;

    case [var name]:
        Console.WriteLine($"main {Environment.ProcessId}");
        using (Process worker = Process.Start(Environment.ProcessPath!, ["--worker", "hello", name]))
        {
            Console.WriteLine($"started {worker.Id}");
            worker.WaitForExit();
        }

        Console.WriteLine("joined");
        break;
}

// mistake: not-a-process
// looks-right: no
// Hello is simply called: it runs in main, and the process id is main's own.
Console.WriteLine($"main {Environment.ProcessId}");
Console.WriteLine($"started {Environment.ProcessId}");
Hello(args[0]);
Console.WriteLine("joined");

static void Hello(string name)
{
    Console.WriteLine($"hello {name}"); // <-- mistake
    Console.WriteLine($"worker {Environment.ProcessId}");
}

// mistake: not-a-process
// looks-right: yes
// Two threads run side by side as well, but in one process.
var number = long.Parse(args[0]);

Parallel.Invoke(PrintSquare, PrintCube);
Console.WriteLine("Done!");

void PrintSquare()
{
    Console.WriteLine($"{number * number}"); // <-- mistake
    Console.WriteLine("First processor is done");
}

void PrintCube()
{
    Console.WriteLine($"{number * number * number}");
    Console.WriteLine("Second processor is done");
}

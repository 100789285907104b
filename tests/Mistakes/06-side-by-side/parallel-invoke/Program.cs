// mistake: not-a-process
// looks-right: yes
// Two threads run side by side as well, but in one process.
var number = long.Parse(args[0]);

Parallel.Invoke(
    () => Print(number * number, "First"),
    () => Print(number * number * number, "Second"));
Console.WriteLine("Done!");

static void Print(long result, string ordinal)
{
    Console.WriteLine($"{result}"); // <-- mistake
    Console.WriteLine($"{ordinal} processor is done");
}

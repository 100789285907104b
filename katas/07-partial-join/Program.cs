using System.Diagnostics;

switch (args)
{
    case ["--worker", _, var number, var count]:
        PrintProcess(number, int.Parse(count));
        break;

    case [var a, var b, var c, var d]:
        PartialJoin(a, b, c, d);
        break;
}

static void PartialJoin(string a, string b, string c, string d)
{
    // Your turn: A, B and C at once; D as soon as C is over; and nobody is left when main ends.
}

static Process Start(string worker, int number, string count) =>
    Process.Start(Environment.ProcessPath!, ["--worker", worker, $"{number}", count]);

static void PrintProcess(string number, int count)
{
    for (var i = 0; i < count; i++)
    {
        Console.WriteLine($"Process {number}: {i}");
    }
}

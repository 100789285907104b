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
    #region solution
    using var A = Start("A", 1, a);
    using var B = Start("B", 2, b);
    using var C = Start("C", 3, c);

    // Only C: A and B may run as long as they like.
    C.WaitForExit();
    using var D = Start("D", 4, d);

    // Python joins the rest by itself when main ends. .NET does not: they would be orphans.
    A.WaitForExit();
    B.WaitForExit();
    D.WaitForExit();
    #endregion
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

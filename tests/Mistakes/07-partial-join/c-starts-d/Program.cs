// mistake: wrong-parent
// looks-right: yes
// C starts D as its last deed. So D is C's child, not main's, and C is not over when D begins.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "C", var number, var count, var d]:
        PrintProcess(number, int.Parse(count));
        Start("D", 4, d).WaitForExit(); // <-- mistake
        break;

    case ["--worker", _, var number, var count]:
        PrintProcess(number, int.Parse(count));
        break;

    case [var a, var b, var c, var d]:
        var workers = new[] { Start("A", 1, a), Start("B", 2, b), Start("C", 3, c, d) };
        foreach (var worker in workers)
        {
            worker.WaitForExit();
        }

        break;
}

static Process Start(string worker, int number, params string[] counts) =>
    Process.Start(Environment.ProcessPath!, ["--worker", worker, $"{number}", .. counts]);

static void PrintProcess(string number, int count)
{
    for (var i = 0; i < count; i++)
    {
        Console.WriteLine($"Process {number}: {i}");
    }
}

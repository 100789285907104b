// mistake: needless-wait
// looks-right: no
// Each worker is started and joined in turn: nothing runs side by side.
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
    Start("A", 1, a).WaitForExit(); // <-- mistake
    Start("B", 2, b).WaitForExit();
    Start("C", 3, c).WaitForExit();
    Start("D", 4, d).WaitForExit();
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

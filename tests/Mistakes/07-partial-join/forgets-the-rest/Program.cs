// mistake: orphan
// looks-right: yes
// As the tutorial wrote it: but .NET joins nobody when main ends.
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
    using var A = Start("A", 1, a);
    using var B = Start("B", 2, b);
    using var C = Start("C", 3, c);
    C.WaitForExit();
    using var D = Start("D", 4, d); // <-- mistake
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

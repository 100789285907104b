// mistake: too-early
// looks-right: no
// One Process object is started twice. The second Start forgets the first process: nobody can join it any more.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "square", var number]:
        Console.WriteLine($"{long.Parse(number) * long.Parse(number)}");
        Console.WriteLine("First processor is done");
        break;

    case ["--worker", "cube", var number]:
        Console.WriteLine($"{long.Parse(number) * long.Parse(number) * long.Parse(number)}");
        Console.WriteLine("Second processor is done");
        break;

    case [var number]:
        using (var worker = new Process())
        {
            worker.StartInfo = new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "square", number]);
            worker.Start();
            worker.StartInfo.ArgumentList[1] = "cube";
            worker.Start(); // <-- mistake
            worker.WaitForExit();
        }

        Console.WriteLine("Done");
        break;
}

// mistake: timed-wait
// looks-right: yes
// Main gives up after a second: the wait is cancelled, and main dies of that.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "square", var number]:
        Console.WriteLine(long.Parse(number) * long.Parse(number));
        Console.WriteLine("First processor is done");
        break;

    case ["--worker", "cube", var number]:
        Console.WriteLine(long.Parse(number) * long.Parse(number) * long.Parse(number));
        Console.WriteLine("Second processor is done");
        break;

    case [var number]:
        await Play("square", number);
        await Play("cube", number);
        Console.WriteLine("Done");
        break;
}

static async Task Play(string worker, string number)
{
    using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
    using Process process = Process.Start(Environment.ProcessPath!, ["--worker", worker, number]);
    await process.WaitForExitAsync(patience.Token); // <-- mistake
}

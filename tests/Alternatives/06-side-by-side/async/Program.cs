using System.Diagnostics;

if (args is ["--worker", ..])
{
    Print(args[1], long.Parse(args[2]));
    return;
}

await Task.WhenAll(Run("square"), Run("cube"));
Console.WriteLine("Done!");

async Task Run(string worker)
{
    using var process = Process.Start(Environment.ProcessPath!, ["--worker", worker, args[0]]);
    await process.WaitForExitAsync();
}

static void Print(string worker, long n)
{
    var (power, ordinal) = worker == "square" ? (n * n, "First") : (n * n * n, "Second");
    Console.WriteLine(power.ToString());
    Console.WriteLine(ordinal + " processor is done");
}

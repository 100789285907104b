// mistake: wrong-output
// looks-right: no
// Whatever is not 0 is called a crash.
using System.Diagnostics;

return args is ["--worker", _, var spec] ? Work(spec) : Judge(args);

static int Judge(string[] specs)
{
    var failures = 0;
    for (var i = 0; i < specs.Length; i++)
    {
        using var worker = Process.Start(Environment.ProcessPath!, ["--worker", $"w{i + 1}", specs[i]]);
        if (specs[i] == "hang")
        {
            worker.Kill();
        }

        worker.WaitForExit();
        Console.WriteLine($"w{i + 1} {(worker.ExitCode == 0 ? "exit 0" : "crashed")}"); // <-- mistake
        failures += worker.ExitCode == 0 ? 0 : 1;
    }

    return failures;
}

static int Work(string spec)
{
    switch (spec)
    {
        case "boom":
            throw new InvalidOperationException("boom");

        case "hang":
            Thread.Sleep(Timeout.Infinite);
            return 0;

        default:
            Console.WriteLine($"leaving with {spec}");
            return int.Parse(spec);
    }
}

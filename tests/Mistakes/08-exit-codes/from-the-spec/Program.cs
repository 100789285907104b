// mistake: wrong-output
// looks-right: yes
// What became of a worker is told from what it was asked to do. Nobody looks at its exit code.
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
        var end = specs[i] switch { "boom" => "crashed", "hang" => "killed", _ => $"exit {specs[i]}" }; // <-- mistake
        Console.WriteLine($"w{i + 1} {end}");
        failures += specs[i] == "0" ? 0 : 1;
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

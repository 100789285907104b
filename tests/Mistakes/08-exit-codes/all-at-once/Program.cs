// mistake: too-early
// looks-right: no
// All workers are started before the first line: they run side by side.
using System.Diagnostics;

return args is ["--worker", _, var spec] ? Work(spec) : Judge(args);

static int Judge(string[] specs)
{
    var failures = 0;
    var workers = specs.Select((spec, i) => Process.Start(Environment.ProcessPath!, ["--worker", $"w{i + 1}", spec])).ToList(); // <-- mistake
    for (var i = 0; i < specs.Length; i++)
    {
        if (specs[i] == "hang")
        {
            workers[i].Kill();
        }

        workers[i].WaitForExit();
        Console.WriteLine($"w{i + 1} {WhatBecameOfIt(workers[i].ExitCode)}");
        failures += workers[i].ExitCode == 0 ? 0 : 1;
    }

    return failures;
}

static string WhatBecameOfIt(int exitCode) => exitCode switch
{
    134 => "crashed",
    137 => "killed",
    > 128 => $"signal {exitCode - 128}",
    _ => $"exit {exitCode}",
};

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

// mistake: wrong-exit-code
// looks-right: yes
// Main returns that something failed, not how many.
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
        Console.WriteLine($"w{i + 1} {WhatBecameOfIt(worker.ExitCode)}");
        failures += worker.ExitCode == 0 ? 0 : 1;
    }

    return failures > 0 ? 1 : 0; // <-- mistake
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

using System.Diagnostics;

return args is ["--worker", _, var spec] ? Work(spec) : Judge(args);

static int Judge(string[] specs)
{
    var failures = 0;
    for (var i = 0; i < specs.Length; i++)
    {
        // Your turn: start worker w<i + 1>, kill it if its spec is hang, join it, print what became of it.
        #region solution
        var name = $"w{i + 1}";
        using var worker = Process.Start(Environment.ProcessPath!, ["--worker", name, specs[i]]);
        if (specs[i] == "hang")
        {
            worker.Kill();
        }

        // Kill only sends the signal, and ExitCode throws while the worker runs: wait in every case.
        worker.WaitForExit();
        Console.WriteLine($"{name} {WhatBecameOfIt(worker.ExitCode)}");
        failures += worker.ExitCode == 0 ? 0 : 1;
        #endregion
    }

    return failures;
}

#region solution
// Who dies by signal n leaves 128 + n: 6 is SIGABRT (an uncaught exception), 9 is SIGKILL.
static string WhatBecameOfIt(int exitCode) => exitCode switch
{
    134 => "crashed",
    137 => "killed",
    > 128 => $"signal {exitCode - 128}",
    _ => $"exit {exitCode}",
};
#endregion

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

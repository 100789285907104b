// mistake: wrong-output
// looks-right: yes
// Whoever was ended by another signal is said to have been asked by SIGTERM, whatever signal it was.
using System.Diagnostics;

if (args is ["--worker", _, var spec])
{
    if (spec == "boom")
    {
        throw new InvalidOperationException("boom");
    }

    if (spec == "hang")
    {
        Thread.Sleep(Timeout.Infinite);
    }

    Console.WriteLine($"leaving with {spec}");
    return int.Parse(spec);
}

int failures = 0;
foreach (var (i, order) in args.Index())
{
    using var worker = Process.Start(Environment.ProcessPath!, ["--worker", $"w{i + 1}", order]);
    if (order == "hang")
    {
        worker.Kill();
    }

    worker.WaitForExit();
    Console.WriteLine($"w{i + 1} {worker.ExitCode switch
    {
        134 => "crashed",
        137 => "killed",
        > 128 => "signal 15", // <-- mistake
        var code => $"exit {code}",
    }}");
    failures += worker.ExitCode == 0 ? 0 : 1;
}

return failures;

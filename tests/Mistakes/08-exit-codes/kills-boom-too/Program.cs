// mistake: wrong-output
// looks-right: no
// Main kills every worker whose spec is not a number, so also the one that was to crash by itself.
using System.Diagnostics;

if (args is ["--worker", _, var spec])
{
    if (spec == "boom") throw new InvalidOperationException("boom");
    if (spec == "hang") Thread.Sleep(Timeout.Infinite);
    Console.WriteLine($"leaving with {spec}");
    return int.Parse(spec);
}

var failures = 0;
var number = 0;
foreach (var order in args)
{
    var name = $"w{++number}";
    using var worker = Process.Start(Environment.ProcessPath!, ["--worker", name, order]);
    if (!int.TryParse(order, out _)) worker.Kill(); // <-- mistake
    worker.WaitForExit();

    failures += Math.Sign(worker.ExitCode);
    Console.WriteLine($"{name} {Verdict(worker.ExitCode)}");
}

return failures;

static string Verdict(int code) => code switch
{
    137 => "killed",
    134 => "crashed",
    > 128 => $"signal {code - 128}",
    _ => $"exit {code}",
};

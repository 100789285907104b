// mistake: wrong-output
// looks-right: yes
// The worker is joined, but its exit code is never asked: main says 0 whatever became of it.
using System.Diagnostics;

if (args is ["--worker", "big", var size])
{
    var text = new string('x', int.Parse(size));
    var error = Task.Run(() => Console.Error.Write(text));
    Console.Out.Write(text);
    error.Wait();
    return;
}

using var big = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "big", args[0]])
{
    RedirectStandardOutput = true,
    RedirectStandardError = true,
})!;
var errors = big.StandardError.ReadToEndAsync();
var output = big.StandardOutput.ReadToEnd();
Console.WriteLine($"received {output.Length} and {errors.Result.Length}");
big.WaitForExit();
Console.WriteLine("exit 0"); // <-- mistake

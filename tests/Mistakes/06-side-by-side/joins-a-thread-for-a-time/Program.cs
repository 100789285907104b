// mistake: timed-wait
// looks-right: no
// Each worker has a thread that joins it for good, but main joins the threads with a timeout of fifteen seconds and ignores the result.
using System.Diagnostics;

if (args is ["--worker", var role, var text])
{
    var n = long.Parse(text);
    Console.WriteLine(role == "square" ? n * n : n * n * n);
    Console.WriteLine(role == "square" ? "First processor is done" : "Second processor is done");
    return;
}

var threads = new[] { "square", "cube" }.Select(name => new Thread(() =>
{
    using var worker = Process.Start(Environment.ProcessPath!, ["--worker", name, args[0]]);
    worker.WaitForExit();
})).ToList();

threads.ForEach(thread => thread.Start());
threads.ForEach(thread => thread.Join(TimeSpan.FromSeconds(15))); // <-- mistake
Console.WriteLine("Done!");

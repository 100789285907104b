// hostile: failed wrong-process-count process-limit
// Whoever is started starts two more, without end but for the depth.
using System.Diagnostics;

const int Deepest = 6;
if (args.Length < Deepest)
{
    var children = new[] { 1, 2 }.Select(_ => Process.Start(Environment.ProcessPath!, ["--worker", .. args])).ToList();
    children.ForEach(child => child.WaitForExit());
}

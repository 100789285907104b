using System.Diagnostics;
using System.IO.Pipes;

// No queue at all: each worker gets every n-th input as an argument and answers through an anonymous pipe of its own.
// Main takes the results in the order of the input and prints each as soon as those before it are known.
if (args is ["--worker", _, var handle, .. var share])
{
    using var answers = new BinaryWriter(new AnonymousPipeClientStream(PipeDirection.Out, handle));
    foreach (int x in share.Select(int.Parse))
    {
        Console.WriteLine($"task {x}");
        answers.Write(x == 0 ? "failed" : $"{60 / x}");
    }

    return 0;
}

int workers = int.Parse(args[0]);
string[] inputs = args[1..];
var pool = Enumerable.Range(0, workers).Select(Start).ToList();
bool failed = false;
for (int i = 0; i < inputs.Length; i++)
{
    string result = pool[i % workers].Answers.ReadString();
    failed |= result == "failed";
    Console.WriteLine($"{inputs[i]}: {result}");
}

foreach (var (worker, answers) in pool)
{
    worker.WaitForExit();
    answers.Dispose();
}

return failed ? 1 : 0;

(Process Worker, BinaryReader Answers) Start(int number)
{
    var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    var worker = Process.Start(Environment.ProcessPath!,
        ["--worker", $"p{number + 1}", pipe.GetClientHandleAsString(), .. inputs.Where((_, i) => i % workers == number)]);
    pipe.DisposeLocalCopyOfClientHandle();
    return (worker, new BinaryReader(pipe));
}

using System.Diagnostics;
using System.IO.Pipes;

// Each worker gets all tasks that are left as arguments and tells each result through a pipe. Where the pipe ends too soon, a worker died.
if (args is ["--worker", _, var handle, .. var tasks])
{
    using var answers = new BinaryWriter(new AnonymousPipeClientStream(PipeDirection.Out, handle));
    foreach (int x in tasks.Select(int.Parse))
    {
        Console.WriteLine($"task {x}");
        answers.Write(x * x);
    }

    return 0;
}

var results = new List<string>();
int deaths = 0;
for (int number = 1; results.Count < args.Length; number++)
{
    int before = results.Count;
    Work(number);
    if (results.Count == args.Length)
    {
        break;
    }

    deaths = results.Count == before ? deaths + 1 : 1;
    string x = args[results.Count];
    Console.WriteLine(deaths < 3 ? $"retry {x}" : $"giving up {x}");
    if (deaths == 3)
    {
        results.Add("?");
        deaths = 0;
    }
}

Console.WriteLine($"[{string.Join(", ", results)}]");
return results.Contains("?") ? 1 : 0;

void Work(int number)
{
    using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    using var worker = Process.Start(Environment.ProcessPath!, ["--worker", $"w{number}", pipe.GetClientHandleAsString(), .. args[results.Count..]]);
    pipe.DisposeLocalCopyOfClientHandle();
    var answers = new BinaryReader(pipe);
    try
    {
        while (true)
        {
            results.Add($"{answers.ReadInt32()}");
        }
    }
    catch (EndOfStreamException)
    {
        worker.WaitForExit();
    }
}

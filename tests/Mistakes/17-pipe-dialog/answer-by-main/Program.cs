// mistake: too-early
// looks-right: yes
// Main computes the upper case itself and prints it before the worker's answer is there, which it only reads to keep in step.
using System.Diagnostics;
using System.IO.Pipes;

return args switch
{
    ["--worker", _, var handle] => Upper(handle),
    ["--long", var n] => Dialog([new string('x', int.Parse(n))], answer => $"{answer.Length} letters back"),
    _ => Dialog(args, answer => answer),
};

static int Dialog(string[] words, Func<string, string> say)
{
    using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    var upper = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "upper", pipe.GetClientHandleAsString()])
    {
        RedirectStandardInput = true,
    })!;
    pipe.DisposeLocalCopyOfClientHandle();
    using var answers = new StreamReader(pipe);
    var gone = false;
    try
    {
        foreach (var word in words)
        {
            upper.StandardInput.WriteLine(word);
            Console.WriteLine(say(word.ToUpperInvariant())); // <-- mistake
            if (answers.ReadLine() is null)
            {
                gone = true;
                break;
            }
        }

        upper.StandardInput.Close();
    }
    catch (IOException)
    {
        gone = true;
    }

    upper.WaitForExit();
    gone |= upper.ExitCode != 0;
    Console.WriteLine(gone ? "worker is gone" : "closed");
    return gone ? 1 : 0;
}

static int Upper(string handle)
{
    using var answers = new StreamWriter(new AnonymousPipeClientStream(PipeDirection.Out, handle)) { AutoFlush = true };
    while (Console.ReadLine() is { } word)
    {
        answers.WriteLine(word.ToUpperInvariant());
    }

    Console.WriteLine("bye");
    return 0;
}

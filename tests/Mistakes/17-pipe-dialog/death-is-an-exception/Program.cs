// mistake: crashed
// looks-right: yes
// Main does not expect that the worker may die: the broken pipe is an exception that nobody catches.
using System.Diagnostics;
using System.IO.Pipes;

switch (args)
{
    case ["--worker", "upper", var handle]:
        Upper(handle);
        return 0;
    case ["--long", var n]:
        return Dialog([new string('x', int.Parse(n))], answer => $"{answer.Length} letters back");
    default:
        return Dialog(args, answer => answer);
}

static int Dialog(string[] words, Func<string, string> say)
{
    using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    using Process upper = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "upper", pipe.GetClientHandleAsString()]) { RedirectStandardInput = true })!;
    pipe.DisposeLocalCopyOfClientHandle();
    var answers = new StreamReader(pipe);
    foreach (string word in words)
    {
        upper.StandardInput.WriteLine(word); // <-- mistake
        Console.WriteLine(say(answers.ReadLine() ?? throw new EndOfStreamException()));
    }

    upper.StandardInput.Close();
    upper.WaitForExit();
    if (upper.ExitCode == 0)
    {
        Console.WriteLine("closed");
        return 0;
    }

    Console.WriteLine("worker is gone");
    return 1;
}

static void Upper(string handle)
{
    using var pipe = new AnonymousPipeClientStream(PipeDirection.Out, handle);
    using var answers = new StreamWriter(pipe) { AutoFlush = true };
    while (Console.ReadLine() is { } word)
    {
        answers.WriteLine(word.ToUpperInvariant());
    }

    Console.WriteLine("bye");
}

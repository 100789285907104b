// mistake: wrong-output
// looks-right: yes
// All questions are asked at once, and the answers read afterwards.
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
    try
    {
        foreach (string word in words)
        {
            upper.StandardInput.WriteLine(word); // <-- mistake
        }

        foreach (string _ in words)
        {
            Console.WriteLine(say(answers.ReadLine() ?? throw new EndOfStreamException()));
        }

        upper.StandardInput.Close();
        upper.WaitForExit();
        if (upper.ExitCode == 0)
        {
            Console.WriteLine("closed");
            return 0;
        }
    }
    catch (IOException)
    {
        upper.WaitForExit();
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

using System.Diagnostics;
using System.IO.Pipes;

switch (args)
{
    case ["--worker", "upper", .. var rest]:
        Upper(rest);
        return 0;
    case ["--long", var n]:
        return Dialog([new string('x', int.Parse(n))], answer => $"{answer.Length} letters back");
    default:
        return Dialog(args, answer => answer);
}

// Main. Your turn: send each word to the worker and print `say(its answer)`; close; join; say `closed` and return 0.
// If the worker ends by anything but returning 0, say `worker is gone` instead of what would have come next, and return 1.
static int Dialog(string[] words, Func<string, string> say)
{
    #region solution
    using var answers = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    using Process upper = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "upper", answers.GetClientHandleAsString()])
    {
        RedirectStandardInput = true,
    })!;

    // Without this we would hold the pipe's far end ourselves, and the worker's death would never end it.
    answers.DisposeLocalCopyOfClientHandle();

    bool answered = Ask(upper.StandardInput, new StreamReader(answers), words, say);
    upper.WaitForExit();
    if (!answered || upper.ExitCode != 0)
    {
        Console.WriteLine("worker is gone");
        return 1;
    }

    Console.WriteLine("closed");
    #endregion

    return 0;
}

#region solution
// Whether every question was answered, and the close arrived.
static bool Ask(StreamWriter questions, StreamReader answers, string[] words, Func<string, string> say)
{
    try
    {
        foreach (string word in words)
        {
            questions.WriteLine(word); // flushed at once: it is a Process's StandardInput
            if (answers.ReadLine() is not { } answer)
            {
                return false; // the end of the answers: he died over the question
            }

            Console.WriteLine(say(answer));
        }

        questions.Close(); // the end of the dialog is the end of the pipe; no word could be mistaken for it
        return true;
    }
    catch (IOException)
    {
        return false; // a broken pipe: he died before the question
    }
}
#endregion

// Your turn: answer each word with its upper case, until main closes; then say `bye`.
static void Upper(string[] rest)
{
    #region solution
    using var pipe = new AnonymousPipeClientStream(PipeDirection.Out, rest[0]);
    using var answers = new StreamWriter(pipe) { AutoFlush = true };
    while (Console.ReadLine() is { } word)
    {
        answers.WriteLine(word.ToUpperInvariant());
    }

    Console.WriteLine("bye");
    #endregion
}

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
    return 0;
}

// Your turn: answer each word with its upper case, until main closes; then say `bye`.
static void Upper(string[] rest)
{
}

using System.Diagnostics;
using System.IO.Pipes;

return args switch
{
    ["--worker", "producer", var n, .. var rest] => Producer(int.Parse(n), rest),
    ["--worker", "consumer", .. var rest] => Consumer(rest),
    _ => Queue(args[0]),
};

// Main. Your turn: start both workers with a queue between them, join both, and return 1 if one of them did not return 0.
static int Queue(string n)
{
    return 0;
}

// Your turn: put 1 to n, say `put <i>` after each, and then put an end mark.
static int Producer(int n, string[] rest)
{
    return 0;
}

// Your turn: get items until the end mark comes and say `no more`; if the queue breaks off without it, return 1.
static int Consumer(string[] rest)
{
    return 0;
}

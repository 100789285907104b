using System.Collections.Concurrent;
using Katas.Toolkit;

switch (args)
{
    case ["--worker", "producer", var n]:
        Producer(int.Parse(n));
        break;
    case ["--worker", "consumer", var n]:
        Consumer(int.Parse(n));
        break;
    default:
        Queue(int.Parse(args[0]), args[1]);
        break;
}

// Main. Your turn: keep a queue with room for `maxsize` items, and let the workers put into it and get from it.
static void Queue(int maxsize, string n)
{
}

// Your turn: put 1 to n; say `put <i>` when the item has its place in the queue.
static void Producer(int n)
{
}

// Your turn: get n items; say `got <i>` when the item has left the queue.
static void Consumer(int n)
{
}

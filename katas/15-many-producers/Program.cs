using Katas.Toolkit;

switch (args)
{
    case ["--worker", _, var n, var len]:
        Producer(int.Parse(n), int.Parse(len));
        return 0;
    default:
        return Consume(args[0], args[1], args[2..]);
}

// Main. Your turn: start all producers, say `got <name> <i>` for each item that arrives, and `total <k>` when all producers are over.
static int Consume(string n, string len, string[] names)
{
    bool everybodyReturnedZero = true;

    return everybodyReturnedZero ? 0 : 1;
}

// Your turn: send n items of len bytes each.
static void Producer(int n, int len)
{
}

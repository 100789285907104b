using System.Diagnostics;

// Kata 27: however main ends, nobody is left behind.
return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    List<Process> workers = [];

    // Your turn: start the workers so that each of them can notice that main is gone.

    // What is typed does not matter; only the end of it does.
    Console.OpenStandardInput().CopyTo(Stream.Null);

    return 0;
}

static int RunWorker()
{
    Console.WriteLine("working");

    // Your turn: wait, without asking again and again, for the one thing that happens however main ends.

    return 0;
}

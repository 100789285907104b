using System.Diagnostics;
using System.Runtime.InteropServices;

// Kata 26: somebody asks main to stop, and the whole family leaves in good order.
return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    // Your turn: be ready for the signal before the first worker exists, wait for it, then stop: print, tell, join, print.

    return 0;
}

static int RunWorker()
{
    // Your turn: work until main says that it is over, then clean up.

    return 0;
}

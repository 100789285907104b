using System.Diagnostics;

// This line decides who we are. Without it a worker would do main's work, and start a worker, which would start a worker …
if (args is ["--worker", "hello", var greeted])
{
    Hello(greeted);
}
else if (args is [var name])
{
    StartHello(name);
}

static void StartHello(string name)
{
    // Your turn: start the worker, say so, wait for its end, say so.
}

static void Hello(string name)
{
    // Your turn: what the worker prints.
}

using System.Diagnostics;

return args is ["--worker", _, var spec] ? Work(spec) : Judge(args);

static int Judge(string[] specs)
{
    var failures = 0;
    for (var i = 0; i < specs.Length; i++)
    {
        // Your turn: start worker w<i + 1>, kill it if its spec is hang, join it, print what became of it.
    }

    return failures;
}

static int Work(string spec)
{
    switch (spec)
    {
        case "boom":
            throw new InvalidOperationException("boom");

        case "hang":
            Thread.Sleep(Timeout.Infinite);
            return 0;

        default:
            Console.WriteLine($"leaving with {spec}");
            return int.Parse(spec);
    }
}

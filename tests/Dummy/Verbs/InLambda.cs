namespace Dummy.Verbs;

/// <summary>Reads from a lambda and a local function, on a thread of its own.</summary>
internal static class InLambda
{
    public static int Run()
    {
        var thread = new Thread(() => Inner());
        thread.Start();
        thread.Join();
        return 0;

        static void Inner() => Console.ReadLine(); // here
    }
}

namespace Dummy.Verbs;

/// <summary>Waits for a line of standard input.</summary>
internal static class ReadLine
{
    public static int Run()
    {
        Console.ReadLine(); // here
        return 0;
    }
}

namespace Dummy.Verbs;

internal static class WaitForExit
{
    public static int Run()
    {
        using var child = Self.Start("read-line");
        child.WaitForExit(); // here
        return 0;
    }
}

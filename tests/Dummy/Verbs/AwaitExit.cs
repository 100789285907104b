namespace Dummy.Verbs;

/// <summary>An async method that awaits another one, that awaits the end of a child.</summary>
internal static class AwaitExit
{
    public static async Task<int> Run()
    {
        await Task.Yield();
        await Join(); // outer
        return 0;
    }

    private static async Task Join()
    {
        using var child = Self.Start("read-line");
        await child.WaitForExitAsync(); // here
    }
}

namespace Dummy.Verbs;

/// <summary>Awaits whichever of two children ends first.</summary>
internal static class AwaitAny
{
    public static async Task<int> Run()
    {
        using var one = Self.Start("read-line");
        using var two = Self.Start("read-line");
        await Task.WhenAny(one.WaitForExitAsync(), two.WaitForExitAsync()); // here
        return 0;
    }
}

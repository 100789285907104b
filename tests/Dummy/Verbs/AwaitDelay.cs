namespace Dummy.Verbs;

internal static class AwaitDelay
{
    public static async Task<int> Run()
    {
        await Task.Yield();
        await Task.Delay(TimeSpan.FromMinutes(1)); // here
        return 0;
    }
}

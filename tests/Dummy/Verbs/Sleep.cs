namespace Dummy.Verbs;

internal static class Sleep
{
    public static int Run()
    {
        Thread.Sleep(TimeSpan.FromMinutes(1)); // here
        return 0;
    }
}

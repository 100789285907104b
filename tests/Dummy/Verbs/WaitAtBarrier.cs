namespace Dummy.Verbs;

/// <summary>Waits at a barrier of two where nobody else comes. .NET waits there in timed slices.</summary>
internal static class WaitAtBarrier
{
    public static int Run()
    {
        using var barrier = new Barrier(2);
        barrier.SignalAndWait(); // here
        return 0;
    }
}

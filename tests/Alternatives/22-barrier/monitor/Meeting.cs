/// <summary>A barrier for threads that can be broken from outside.</summary>
sealed class Meeting(int parties)
{
    private readonly object door = new();
    private int here;
    private int round;
    private bool broken;

    /// <returns>Whether all have come; false if somebody never will.</returns>
    public bool Wait()
    {
        lock (door)
        {
            var mine = round;
            if (!broken && ++here == parties)
            {
                here = 0;
                round++;
                Monitor.PulseAll(door);
            }

            while (round == mine && !broken)
            {
                Monitor.Wait(door);
            }

            return round != mine;
        }
    }

    public void Break()
    {
        lock (door)
        {
            broken = true;
            Monitor.PulseAll(door);
        }
    }
}

/// <summary>A barrier for tasks: one promise for each round.</summary>
sealed class AsyncMeeting(int parties)
{
    private readonly object door = new();
    private TaskCompletionSource<bool> round = New();
    private int here;
    private bool broken;

    /// <returns>Whether all have come; false if somebody never will.</returns>
    public Task<bool> Arrive()
    {
        lock (door)
        {
            if (broken)
            {
                return Task.FromResult(false);
            }

            var mine = round;
            if (++here == parties)
            {
                (here, round) = (0, New());
                mine.SetResult(true);
            }

            return mine.Task;
        }
    }

    public void Break()
    {
        lock (door)
        {
            broken = true;
            round.TrySetResult(false);
        }
    }

    private static TaskCompletionSource<bool> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

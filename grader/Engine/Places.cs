namespace Grader;

/// <summary>
/// Room for some runs at a time. A run in which nothing but time moves takes no processor, and makes room for another: who waits by time does so in all
/// scenarios at once.
/// </summary>
internal sealed class Places(int count) : IDisposable
{
    private const int IdlePerPlace = 8;

    private readonly SemaphoreSlim places = new(count);
    private readonly SemaphoreSlim idle = new(count * IdlePerPlace);
    private readonly SemaphoreSlim turnsAlone = new(1);

    /// <summary>Waits until there is room.</summary>
    public async Task<Place> Take(CancellationToken cancel)
    {
        await places.WaitAsync(cancel);
        return new Place(this);
    }

    /// <summary>Waits until nobody else is here, and lets nobody in until it is disposed of.</summary>
    public async Task<IDisposable> TakeAll(CancellationToken cancel)
    {
        var all = new AllPlaces(this);
        try
        {
            await all.Take(cancel);
            return all;
        }
        catch
        {
            all.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        places.Dispose();
        idle.Dispose();
        turnsAlone.Dispose();
    }

    /// <summary>The place of one run, until it is disposed of.</summary>
    internal sealed class Place(Places of) : IDisposable
    {
        private bool isIdle;

        /// <summary>Makes room for another run, unless there are many already that have.</summary>
        public void MakeRoom()
        {
            if (!isIdle && of.idle.Wait(0))
            {
                isIdle = true;
                of.places.Release();
            }
        }

        public void Dispose() => (isIdle ? of.idle : of.places).Release();
    }

    private sealed class AllPlaces(Places of) : IDisposable
    {
        private readonly Stack<SemaphoreSlim> taken = [];

        public async Task Take(CancellationToken cancel)
        {
            foreach (var (semaphore, times) in new[] { (of.turnsAlone, 1), (of.places, of.Count), (of.idle, of.Count * IdlePerPlace) })
            {
                for (var i = 0; i < times; i++)
                {
                    await semaphore.WaitAsync(cancel);
                    taken.Push(semaphore);
                }
            }
        }

        public void Dispose()
        {
            while (taken.TryPop(out var semaphore))
            {
                semaphore.Release();
            }
        }
    }

    private int Count => count;
}

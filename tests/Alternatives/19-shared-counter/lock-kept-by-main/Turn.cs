using Katas.Toolkit;

/// <summary>Whose turn it is. A monitor in main; the workers' requests wait in it.</summary>
sealed class Turn
{
    private readonly HashSet<Worker> gone = [];
    private Worker? holder;

    public string Take(Worker worker)
    {
        using var wake = worker.Gone.Register(() => Leave(worker));
        lock (gone)
        {
            while (holder is not null && !gone.Contains(worker))
            {
                Monitor.Wait(gone);
            }

            holder ??= worker;
            return "yours";
        }
    }

    public string GiveBack(Worker worker)
    {
        lock (gone)
        {
            if (holder == worker)
            {
                holder = null;
                Monitor.PulseAll(gone);
            }

            return "thanks";
        }
    }

    private void Leave(Worker worker)
    {
        lock (gone)
        {
            gone.Add(worker);
            Monitor.PulseAll(gone);
        }
    }
}

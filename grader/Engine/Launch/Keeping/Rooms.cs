using Grader.Build;

namespace Grader.Launch.Keeping;

/// <summary>The rooms of a keeper, by the folders of their runs.</summary>
internal sealed class Rooms(KeeperOrder order)
{
    private readonly Dictionary<string, Room> open = [];
    private readonly Fence fence = new(order.Hidden, [order.Dotnet]);

    // Folders of the whole machine that every .NET program needs: free for every use.
    private static readonly string[] Shared = ["/tmp", "/dev/shm"];

    public Protection Protection => new(order.Namespaces, order.AllowNetwork || !order.Namespaces, KeepsFiles, Fence.KeepsSignals, "");

    /// <summary>Without namespaces <c>/tmp</c> is everybody's, and what lies below it cannot be hidden.</summary>
    private bool KeepsFiles => Fence.KeepsFiles && (order.Namespaces || !order.Hidden.Any(hidden => Shared.Any(shared => $"{hidden}/".StartsWith($"{shared}/", StringComparison.Ordinal))));

    public Room Of(string folder, string sharedMemory)
    {
        if (!open.TryGetValue(folder, out var room))
        {
            open[folder] = room = Open(folder, sharedMemory);
        }

        return room;
    }

    public void Close(string folder)
    {
        if (open.Remove(folder, out var room))
        {
            room.Dispose();
        }
    }

    /// <summary>Why no room could be opened and used; null when all is well.</summary>
    public string? Try()
    {
        var folder = Path.Combine(order.Folder, "0");
        var sharedMemory = Path.Combine(order.SharedMemory, "0");
        RunFolder.MakeOwn(folder, sharedMemory);
        using var room = Open(folder, sharedMemory);
        string? trouble = null;
        room.Do(() => trouble = room.Trouble ?? (CanRead(DotnetInstallation.Host) ? null : $"{DotnetInstallation.Host} cannot be read in them"));
        Directory.Delete(sharedMemory, recursive: true);
        Directory.Delete(folder, recursive: true);
        return trouble;
    }

    private Room Open(string folder, string sharedMemory) => new(() =>
    {
        if (order.Namespaces)
        {
            Namespaces.Enter(order, folder, sharedMemory);
        }

        fence.Enter([folder, .. Shared]);
    });

    private static bool CanRead(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            return true;
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

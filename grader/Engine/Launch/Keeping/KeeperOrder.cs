namespace Grader.Launch.Keeping;

/// <summary>How a keeper is to be, as its one argument in JSON.</summary>
/// <param name="Folder">The grader's folder of temporary files, which the keeper deletes when it ends.</param>
/// <param name="SharedMemory">The same under <c>/dev/shm</c>; it is there only in namespaces.</param>
/// <param name="Socket">Where open files come from.</param>
/// <param name="Namespaces">The keeper has been started in namespaces of its own.</param>
/// <param name="AllowNetwork">Rooms see the machine's network.</param>
/// <param name="Hidden">Folders that no run may read.</param>
/// <param name="Dotnet">The installation of .NET, which every run must read.</param>
internal sealed record KeeperOrder(string Folder, string SharedMemory, string Socket, bool Namespaces, bool AllowNetwork, string[] Hidden, string Dotnet);

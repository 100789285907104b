// mistake: lost-item
// looks-right: no
// A task that is given up takes the equal ones after it along.
using System.Diagnostics;
using System.IO.MemoryMappedFiles;

// The results lie in a mapped file: 8 bytes each, value and "is there".
if (args is ["--worker", _, var file, var from, ..])
{
    using var map = MemoryMappedFile.CreateFromFile(file, FileMode.Open);
    using var view = map.CreateViewAccessor();
    var xs = args[4..];
    for (int i = int.Parse(from); i < xs.Length; i++)
    {
        int x = int.Parse(xs[i]);
        Console.Out.WriteLine("task {0}", x);
        view.Write(8 * i, x * x);
        Thread.MemoryBarrier();
        view.Write(8 * i + 4, 1);
    }

    return 0;
}

if (args.Length == 0)
{
    Console.WriteLine("[]");
    return 0;
}

string path = Path.Combine(Path.GetTempPath(), "retry-" + Guid.NewGuid().ToString("N"));
File.WriteAllBytes(path, new byte[8 * args.Length]);
int[] killed = new int[args.Length];
try
{
    using var map = MemoryMappedFile.CreateFromFile(path, FileMode.Open);
    using var view = map.CreateViewAccessor();
    bool There(int i) => view.ReadInt32(8 * i + 4) != 0;
    int next = 0;
    for (int w = 1; ; w++)
    {
        var p = Process.Start(Environment.ProcessPath!, ["--worker", "w" + w, path, next.ToString(), .. args]);
        await p.WaitForExitAsync();
        while (next < args.Length && There(next)) next++;
        if (next == args.Length) break;
        if (++killed[next] == 3)
        {
            string bad = args[next];
            Console.WriteLine("giving up " + bad);
            while (next < args.Length && args[next] == bad) killed[next++] = 3; // <-- mistake
            if (next == args.Length) break;
        }
        else
        {
            Console.WriteLine("retry " + args[next]);
        }
    }

    Console.WriteLine($"[{string.Join(", ", args.Select((_, i) => There(i) ? view.ReadInt32(8 * i).ToString() : "?"))}]");
    return Array.Exists(killed, k => k == 3) ? 1 : 0;
}
finally
{
    File.Delete(path);
}

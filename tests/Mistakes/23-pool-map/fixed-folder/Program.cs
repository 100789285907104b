// mistake: fixed-name
// looks-right: yes
// The results travel in files of a folder that has the same name in every run.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker(args[2]) : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "pool-map-results")).FullName; // <-- mistake
    var tasks = new ConcurrentQueue<int>(Enumerable.Range(0, inputs.Length));
    using var missing = new CountdownEvent(inputs.Length);
    using var host = new Host(Answer);
    for (int i = 1; i <= workers; i++)
    {
        host.Start($"p{i}", folder);
    }

    missing.Wait();
    var results = Enumerable.Range(0, inputs.Length).Select(i => File.ReadAllText(Path.Combine(folder, $"{i}")));
    Console.WriteLine($"[{string.Join(", ", results)}]");
    host.Join();
    Directory.Delete(folder, recursive: true);
    return 0;

    string Answer(Worker worker, string request)
    {
        if (request == "written")
        {
            missing.Signal();
            return "thanks";
        }

        return tasks.TryDequeue(out int next) ? $"{next} {inputs[next]}" : "stop";
    }
}

static int RunWorker(string folder)
{
    using var main = Connection.ToMain();
    while (main.Ask("next").Split(' ') is [var position, var text])
    {
        int x = int.Parse(text);
        Console.WriteLine($"task {x}");
        File.WriteAllText(Path.Combine(folder, position), $"{x * x}");
        main.Ask("written");
    }

    return 0;
}

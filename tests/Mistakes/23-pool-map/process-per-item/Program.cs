// mistake: wrong-process-count
// looks-right: yes
// A worker for each input: no pool at all. With a thousand inputs it would be a thousand processes.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker(args[2]) : RunMain(args[1..]);

static int RunMain(string[] inputs)
{
    var results = new string[inputs.Length];
    using var host = new Host((worker, request) => results[int.Parse(worker.Name[1..]) - 1] = request);
    for (int i = 0; i < inputs.Length; i++)
    {
        host.Start($"p{i + 1}", inputs[i]); // <-- mistake
    }

    host.Join();
    Console.WriteLine($"[{string.Join(", ", results)}]");
    return 0;
}

static int RunWorker(string text)
{
    using var main = Connection.ToMain();
    int x = int.Parse(text);
    Console.WriteLine($"task {x}");
    main.Ask($"{x * x}");
    return 0;
}

// mistake: not-a-process
// looks-right: yes
// The workers of this pool are threads of main.
using System.Collections.Concurrent;

int workers = int.Parse(args[0]);
string[] inputs = args[1..];
var tasks = new ConcurrentQueue<int>(Enumerable.Range(0, inputs.Length));
var results = new int[inputs.Length];
var pool = Enumerable.Range(1, workers).Select(i => new Thread(Work) { Name = $"p{i}" }).ToList(); // <-- mistake
pool.ForEach(worker => worker.Start());
pool.ForEach(worker => worker.Join());
Console.WriteLine($"[{string.Join(", ", results)}]");

void Work()
{
    while (tasks.TryDequeue(out int next))
    {
        int x = int.Parse(inputs[next]);
        Console.WriteLine($"task {x}");
        results[next] = x * x;
    }
}

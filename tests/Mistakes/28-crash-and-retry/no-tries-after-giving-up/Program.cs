// mistake: lost-item
// looks-right: yes
// The deaths are counted anew after a result, but not after a task that was given up: the next task has no second try.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    while (Console.ReadLine() is { } task)
    {
        Console.WriteLine($"task {task}");
        Console.Error.WriteLine(int.Parse(task) * int.Parse(task)); // to main
    }

    return 0;
}

var results = new List<string>();
Process? worker = null;
int started = 0;
int deaths = 0;
foreach (string task in args)
{
    string? result = Try(task);
    while (result is null && ++deaths < 3)
    {
        Console.WriteLine($"retry {task}");
        result = Try(task);
    }

    if (result is null)
    {
        Console.WriteLine($"giving up {task}");
    }
    else
    {
        deaths = 0; // <-- mistake
    }

    results.Add(result ?? "?");
}

worker?.StandardInput.Close();
worker?.WaitForExit();
Console.WriteLine($"[{string.Join(", ", results)}]");
return results.Contains("?") ? 1 : 0;

// The result, or null when the worker died of the task.
string? Try(string task)
{
    worker ??= Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", $"w{++started}"])
    {
        RedirectStandardInput = true,
        RedirectStandardError = true,
    })!;
    try
    {
        worker.StandardInput.WriteLine(task);
    }
    catch (IOException)
    {
        // It is dead already.
    }

    if (worker.StandardError.ReadLine() is { } result)
    {
        return result;
    }

    worker.WaitForExit();
    worker = null;
    return null;
}

// mistake: not-a-process
// looks-right: yes
// Tasks finish in any order as well, but they are no processes.
var tasks = args.Select(name => Task.Run(() => name)).ToList(); // <-- mistake
await foreach (var task in Task.WhenEach(tasks))
{
    Console.WriteLine($"finished {await task}");
}

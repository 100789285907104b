// mistake: not-a-process
// looks-right: yes
// Four tasks of main in the right order: but a task is no process.
var counts = args.Select(int.Parse).ToArray();

var A = Task.Run(() => PrintProcess(1));
var B = Task.Run(() => PrintProcess(2));
var C = Task.Run(() => PrintProcess(3));
C.Wait();
var D = Task.Run(() => PrintProcess(4));
Task.WaitAll(A, B, D);

void PrintProcess(int number)
{
    for (var i = 0; i < counts[number - 1]; i++)
    {
        Console.WriteLine($"Process {number}: {i}"); // <-- mistake
    }
}

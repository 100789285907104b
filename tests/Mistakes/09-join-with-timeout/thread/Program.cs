// mistake: not-a-process
// looks-right: yes
// A thread can be joined with a time-out as well, but it is no process and has no exit code.
var slow = new Thread(() =>
{
    Console.WriteLine("working"); // <-- mistake
});
slow.Start();
if (!slow.Join(Math.Max(0, int.Parse(args[0]))))
{
    Console.WriteLine("still running");
    slow.Join();
}

Console.WriteLine("finished 0");

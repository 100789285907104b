// mistake: not-a-process
// looks-right: yes
// Two threads of main: the order is right, but there is no other process.
var number = long.Parse(args[0]);

var square = new Thread(() =>
{
    Console.WriteLine($"{number * number}"); // <-- mistake
    Console.WriteLine("First processor is done");
});
square.Start();
square.Join();

var cube = new Thread(() =>
{
    Console.WriteLine($"{number * number * number}");
    Console.WriteLine("Second processor is done");
});
cube.Start();
cube.Join();

Console.WriteLine("Done");

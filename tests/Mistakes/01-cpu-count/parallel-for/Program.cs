// mistake: not-a-process
// looks-right: yes
// Parallel.For runs threads of main, not processes.
if (args is ["each"])
{
    var n = Environment.ProcessorCount;
    Parallel.For(0, n, i =>
    {
        Console.WriteLine($"cpu {i} of {n}"); // <-- mistake
    });
}
else
{
    Console.WriteLine($"Number of CPU's in this computer are: {Environment.ProcessorCount}");
}

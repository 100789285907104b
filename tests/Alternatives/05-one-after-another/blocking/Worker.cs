internal sealed class Worker(string role, long number)
{
    public void Run()
    {
        Console.WriteLine(role is "square" ? $"{number * number}" : $"{number * number * number}");

        // In pieces on purpose: a line is a line when its end is there.
        Console.Write(role is "square" ? "First" : "Second");
        Console.Write(" processor is ");
        Console.WriteLine("done");
    }
}

internal static class Counting
{
    public static void Run(string name, int count)
    {
        var number = name[0] - 'A' + 1;
        foreach (var i in Enumerable.Range(0, count))
        {
            Console.WriteLine($"Process {number}: {i}");
        }
    }
}

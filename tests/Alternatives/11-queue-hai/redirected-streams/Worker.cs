internal static class Worker
{
    public static int Run(string name, string[] arguments)
    {
        if (name == "producer")
        {
            Console.Out.Write(arguments[0]);
            Console.Out.Write('\n');
        }
        else
        {
            Console.WriteLine(Console.In.ReadLine() ?? throw new InvalidOperationException("The queue is closed."));
        }

        return 0;
    }
}

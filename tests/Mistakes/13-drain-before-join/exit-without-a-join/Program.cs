// mistake: too-early
// looks-right: yes
// The end of the worker's outputs is taken for the worker's end.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "big", var size]:
        Big(int.Parse(size));
        break;
    default:
        Drain(args[0]);
        break;
}

static void Drain(string size)
{
    using Process big = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "big", size])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    char[] buffer = new char[4096];
    long Count(StreamReader reader, long expected)
    {
        long count = 0;
        while (count < expected)
        {
            count += reader.Read(buffer, 0, buffer.Length);
        }

        return count;
    }

    long output = Count(big.StandardOutput, long.Parse(size));
    long error = Count(big.StandardError, long.Parse(size));
    Console.WriteLine($"received {output} and {error}");
    Console.WriteLine("exit 0"); // <-- mistake
    big.WaitForExit();
}

static void Big(int size)
{
    string text = new('x', size);
    Console.Out.Write(text);
    Console.Error.Write(text);
}

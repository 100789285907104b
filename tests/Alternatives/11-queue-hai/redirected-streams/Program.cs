using System.Diagnostics;

// The same pipes as in the reference, but main copies bytes and knows nothing of lines; one file a role.
return args is ["--worker", var name, ..]
    ? Worker.Run(name, args[2..])
    : Hub.Run(args[0]);

internal static class Hub
{
    public static int Run(string message)
    {
        using Process consumer = Start(new ProcessStartInfo { RedirectStandardInput = true }, "consumer");
        using Process producer = Start(new ProcessStartInfo { RedirectStandardOutput = true }, "producer", message);
        producer.StandardOutput.BaseStream.CopyTo(consumer.StandardInput.BaseStream);
        consumer.StandardInput.Close();
        consumer.WaitForExit();
        producer.WaitForExit();
        return 0;
    }

    private static Process Start(ProcessStartInfo info, string name, params string[] arguments)
    {
        info.FileName = Environment.ProcessPath!;
        foreach (string argument in (string[])["--worker", name, .. arguments])
        {
            info.ArgumentList.Add(argument);
        }

        return Process.Start(info)!;
    }
}

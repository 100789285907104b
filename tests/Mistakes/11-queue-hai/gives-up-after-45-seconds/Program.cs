// mistake: timed-wait
// looks-right: yes
// The consumer's get gives up after 45 seconds, so it is not a get that blocks.
using System.Diagnostics;

if (args is ["--worker", "producer", string message])
{
    Console.WriteLine(message);
    return 0;
}

if (args is ["--worker", "consumer"])
{
    Task<string?> get = Task.Run(() => Console.ReadLine());
    if (!get.Wait(TimeSpan.FromSeconds(45))) // <-- mistake
    {
        Console.Error.WriteLine("no item came");
        return 1;
    }

    Console.WriteLine(get.Result);
    return 0;
}

using Process producer = Process.Start(
    new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "producer", args[0]]) { RedirectStandardOutput = true })!;
using Process consumer = Process.Start(
    new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer"]) { RedirectStandardInput = true })!;

string? item = await producer.StandardOutput.ReadLineAsync();
try
{
    await consumer.StandardInput.WriteLineAsync(item);
}
catch (IOException)
{
    // it has given up
}

await producer.WaitForExitAsync();
await consumer.WaitForExitAsync();
return 0;

using System.Diagnostics;
using System.Threading.Channels;

await (args switch
{
    ["--worker", "producer", var message] => Console.Out.WriteLineAsync(message),
    ["--worker", "consumer"] => Get(),
    _ => Queue(args[0]),
});

static async Task Get()
{
    using var input = new StreamReader(Console.OpenStandardInput());
    string? item = await input.ReadLineAsync();
    Console.WriteLine(item);
}

static async Task Queue(string message)
{
    Channel<string> queue = Channel.CreateUnbounded<string>();
    using var producer = new Process { StartInfo = Worker("producer", message) };
    using var consumer = new Process { StartInfo = Worker("consumer") };
    producer.StartInfo.RedirectStandardOutput = true;
    consumer.StartInfo.RedirectStandardInput = true;
    consumer.Start();
    producer.Start();
    await Task.WhenAll(Receive(), Send(), producer.WaitForExitAsync(), consumer.WaitForExitAsync());

    async Task Receive() => await queue.Writer.WriteAsync((await producer.StandardOutput.ReadLineAsync())!);

    async Task Send() => await consumer.StandardInput.WriteLineAsync(await queue.Reader.ReadAsync());
}

static ProcessStartInfo Worker(params string[] arguments) => new(Environment.ProcessPath!, ["--worker", .. arguments]);

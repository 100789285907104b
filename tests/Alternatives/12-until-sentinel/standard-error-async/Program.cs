using System.Diagnostics;

// Standard error is free, so the producer's items go there; its lines go to standard output. Everything is awaited.
return args switch
{
    ["--worker", "producer", var n] => await Produce(int.Parse(n)),
    ["--worker", "consumer"] => await Consume(),
    _ => await Run(args[0]),
};

static async Task<int> Produce(int n)
{
    for (int i = 1; i <= n; i++)
    {
        await Console.Error.WriteLineAsync($"item {i}");
        Console.WriteLine($"put {i}");
    }

    await Console.Error.WriteLineAsync("end of items");
    return 0;
}

static async Task<int> Consume()
{
    using var input = new StreamReader(Console.OpenStandardInput());
    while (await input.ReadLineAsync() is { } message)
    {
        if (message == "end of items")
        {
            Console.WriteLine("no more");
            return 0;
        }

        Console.WriteLine($"got {message["item ".Length..]}");
    }

    return 1;
}

static async Task<int> Run(string n)
{
    using Process consumer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer"]) { RedirectStandardInput = true })!;
    using Process producer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "producer", n]) { RedirectStandardError = true })!;
    while (await producer.StandardError.ReadLineAsync() is { } message)
    {
        await consumer.StandardInput.WriteLineAsync(message);
    }

    consumer.StandardInput.Close();
    await Task.WhenAll(producer.WaitForExitAsync(), consumer.WaitForExitAsync());
    return (producer.ExitCode, consumer.ExitCode) == (0, 0) ? 0 : 1;
}

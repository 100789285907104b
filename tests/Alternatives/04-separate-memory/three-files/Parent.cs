using System.Diagnostics;

internal static class Parent
{
    public static async Task Run(string[] numbers)
    {
        var start = new ProcessStartInfo { FileName = Environment.ProcessPath!, ArgumentList = { "--worker", "squares" } };
        foreach (var number in numbers)
        {
            start.ArgumentList.Add(number);
        }

        using (var worker = Process.Start(start)!)
        {
            await worker.WaitForExitAsync();
        }

        Console.WriteLine($"main: {Results.InWords}");
    }
}

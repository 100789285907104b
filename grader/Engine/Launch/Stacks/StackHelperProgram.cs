using System.Text.Json;

namespace Grader.Launch.Stacks;

/// <summary>The other side of <see cref="StackHelper"/>: one request a line, one answer a line.</summary>
internal static class StackHelperProgram
{
    public static int Run()
    {
        var lines = LineMap.Empty;
        while (Console.ReadLine() is { } text)
        {
            var request = JsonSerializer.Deserialize<StackRequest>(text)!;
            if (request.Assembly != lines.Path)
            {
                lines = request.Assembly.Length == 0 ? LineMap.Empty : LineMap.Load(request.Assembly);
            }

            Console.WriteLine(JsonSerializer.Serialize(StackHelper.Answer(request, lines)));
        }

        return 0;
    }
}

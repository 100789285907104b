using System.Text.Json.Nodes;
using Grader.Build;

namespace Grader.Tests.Build;

/// <summary>The settings of a built program's runtime.</summary>
internal static class RunSettings
{
    public static JsonObject Of(KataProgram program) => Read(program)["runtimeOptions"]!["configProperties"]!.AsObject();

    public static void WithoutProbe(KataProgram program)
    {
        var settings = Read(program);
        settings["runtimeOptions"]!["configProperties"]!.AsObject().Remove("STARTUP_HOOKS");
        File.WriteAllText(PathOf(program), settings.ToJsonString());
    }

    private static JsonNode Read(KataProgram program) => JsonNode.Parse(File.ReadAllText(PathOf(program)))!;

    private static string PathOf(KataProgram program) => Path.Combine(program.Folder, "kata.runtimeconfig.json");
}

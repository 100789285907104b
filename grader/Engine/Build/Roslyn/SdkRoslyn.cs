using System.Reflection;
using System.Runtime.Loader;

namespace Grader.Build.Roslyn;

/// <summary>
/// The <c>compiler</c> verb of the engine, with the SDK's own Roslyn where it is there: that one is precompiled, which halves the time until it
/// is warm, and it says exactly what <c>dotnet run</c> would say. Elsewhere it is the one of the package that the engine is built with.
/// </summary>
internal sealed class SdkRoslyn : AssemblyLoadContext
{
    private readonly string folder;

    private SdkRoslyn(string folder)
        : base("SdkRoslyn")
    {
        this.folder = folder;
    }

    /// <summary>Serves until standard input ends.</summary>
    public static int Serve()
    {
        if (DotnetInstallation.Roslyn is not { } folder)
        {
            return CompilerServer.Run();
        }

        // The engine once more, in a context in which "Microsoft.CodeAnalysis" means the SDK's.
        var engine = new SdkRoslyn(folder).LoadFromAssemblyPath(typeof(CompilerServer).Assembly.Location);
        var server = engine.GetType(typeof(CompilerServer).FullName!, throwOnError: true)!;
        return server.GetMethod(nameof(CompilerServer.Run))!.CreateDelegate<Func<int>>()();
    }

    // Everything else comes from where the engine's own parts come from.
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = Path.Combine(folder, assemblyName.Name + ".dll");
        return assemblyName.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}

using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Grader.Build.Roslyn;

/// <summary>The SDK's own source generators: <c>LibraryImport</c>, COM, regular expressions, JSON. No other generator or analyzer ever runs.</summary>
internal static class Generators
{
    // Loading and running them all costs more than compiling a kata. Each begins from an attribute, so a submission that has none of these words needs none of them.
    private static readonly string[] Triggers = ["LibraryImport", "JSImport", "JSExport", "GeneratedComInterface", "GeneratedComClass", "GeneratedRegex", "JsonSerializable"];

    private static readonly Lazy<ImmutableArray<ISourceGenerator>> All = new(Load);

    /// <summary>Adds what the generators make of the submission.</summary>
    /// <param name="compilation">The submission.</param>
    /// <param name="trees">The learner's files.</param>
    /// <param name="diagnostics">What the generators have to say.</param>
    public static Compilation Run(Compilation compilation, ImmutableArray<SyntaxTree> trees, out ImmutableArray<Diagnostic> diagnostics)
    {
        diagnostics = [];
        if (!trees.Any(IsTriggered))
        {
            return compilation;
        }

        ProjectDefaults.Driver(All.Value).RunGeneratorsAndUpdateCompilation(compilation, out var updated, out diagnostics);
        return updated;
    }

    private static bool IsTriggered(SyntaxTree tree)
    {
        var text = tree.GetText().ToString();
        return Array.Exists(Triggers, trigger => text.Contains(trigger, StringComparison.Ordinal));
    }

    private static ImmutableArray<ISourceGenerator> Load()
    {
        var folder = Path.Combine(DotnetInstallation.ReferencePack, "analyzers", "dotnet", "cs");
        // Where this very Roslyn lives: a generator that sees another one makes nothing of use.
        var here = AssemblyLoadContext.GetLoadContext(typeof(Generators).Assembly)!;
        var assemblies = Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal).Select(here.LoadFromAssemblyPath).ToArray();
        return
        [
            .. from assembly in assemblies
               from type in TypesOf(assembly)
               let attribute = type.GetCustomAttribute<GeneratorAttribute>()
               where attribute is not null && attribute.Languages.Contains(LanguageNames.CSharp) && !type.IsAbstract
               select AsGenerator(Activator.CreateInstance(type)!),
        ];
    }

    // The same assemblies hold fixes for editors, whose types need assemblies that no compiler has.
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            return partly.Types.OfType<Type>();
        }
    }

    private static ISourceGenerator AsGenerator(object generator) =>
        generator as ISourceGenerator ?? ((IIncrementalGenerator)generator).AsSourceGenerator();
}

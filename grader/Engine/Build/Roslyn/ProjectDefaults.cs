using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Grader.Build.Roslyn;

/// <summary>The settings of a console application of <c>net10.0</c> as <c>dotnet run</c> would build it for debugging, so that the same source means the same here.</summary>
internal static class ProjectDefaults
{
    // C# 14 is the language of net10.0, whatever newer one the compiler may know.
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14, preprocessorSymbols: PreprocessorSymbols());

    private static readonly CSharpCompilationOptions Console = new(
        OutputKind.ConsoleApplication,
        optimizationLevel: OptimizationLevel.Debug,
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Enable,
        concurrentBuild: false,
        deterministic: true);

    // What the SDK adds to every console application with implicit usings.
    private static readonly Lazy<SyntaxTree> Implicit = new(() => Parse(
        SourceFile.From("""
            global using System;
            global using System.Collections.Generic;
            global using System.IO;
            global using System.Linq;
            global using System.Net.Http;
            global using System.Threading;
            global using System.Threading.Tasks;
            [assembly: System.Runtime.Versioning.TargetFramework(".NETCoreApp,Version=v10.0", FrameworkDisplayName = ".NET 10.0")]
            """),
        "obj/kata.GlobalUsings.g.cs"));

    /// <summary>Portable symbols, with the paths of the submission.</summary>
    public static EmitOptions Symbols { get; } = new(debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: ProgramFolder.SymbolsFile);

    public static SyntaxTree Parse(SourceText text, string path) => CSharpSyntaxTree.ParseText(text, Language, path);

    /// <summary>The learner's program, called <c>kata</c>.</summary>
    public static CSharpCompilation Compilation(IEnumerable<SyntaxTree> trees, ImmutableArray<MetadataReference> references) =>
        CSharpCompilation.Create("kata", trees.Append(Implicit.Value), references, Console);

    /// <summary>A library that is given to learners.</summary>
    public static CSharpCompilation Library(string name, IEnumerable<SyntaxTree> trees, ImmutableArray<MetadataReference> references) =>
        CSharpCompilation.Create(name, trees.Append(Implicit.Value), references, Console.WithOutputKind(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>Parses what a generator adds as it parses the rest.</summary>
    public static GeneratorDriver Driver(IEnumerable<ISourceGenerator> generators) => CSharpGeneratorDriver.Create(generators, parseOptions: Language);

    private static IEnumerable<string> PreprocessorSymbols() =>
    [
        "DEBUG", "TRACE", "NET", "NET10_0", "NETCOREAPP",
        .. Enumerable.Range(5, 6).Select(version => $"NET{version}_0_OR_GREATER"),
        .. ((string[])["1_0", "1_1", "2_0", "2_1", "2_2", "3_0", "3_1"]).Select(version => $"NETCOREAPP{version}_OR_GREATER"),
    ];
}

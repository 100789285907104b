using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Grader.Build.Roslyn;

/// <summary>Compiles submissions one after the other, and keeps what they have in common: references, host, toolkit.</summary>
internal sealed class SubmissionCompiler
{
    private readonly Lazy<ImmutableArray<MetadataReference>> references = new(ReferencePack.Load);
    private readonly Lazy<AppHost> host = new(AppHost.Load);
    private readonly Toolkit toolkit = new();

    /// <summary>Compiles a usual program, so that the first learner does not pay for what all need.</summary>
    public CompileAnswer WarmUp()
    {
        _ = host.Value;
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var trees = WarmUpProgram.Trees();
        var compilation = ProjectDefaults.Compilation(trees, references.Value);
        var emitted = compilation.Emit(assembly, symbols, options: ProjectDefaults.Symbols);
        return emitted.Success && Errors.Of(emitted.Diagnostics, ["WarmUp.cs"]).IsEmpty && Tokens(trees).SequenceEqual(Tokens(trees))
            ? new CompileAnswer(CompileOutcome.Built, [])
            : new CompileAnswer(CompileOutcome.Trouble, [], $"The compiler cannot compile its own first program: {emitted.Diagnostics.FirstOrDefault()}");
    }

    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public CompileAnswer Compile(CompileRequest request)
    {
        var trees = request.Files
            .Select(file => ProjectDefaults.Parse(SourceFile.Read(Path.Combine(request.SourceFolder, file)), file))
            .ToImmutableArray();
        if (!request.StubFiles.IsEmpty && IsStub(request, trees))
        {
            return new CompileAnswer(CompileOutcome.SameAsStub, []);
        }

        var given = request.ToolkitFiles.IsEmpty ? null : toolkit.Compiled(request.ToolkitFiles, references.Value);
        Compilation compilation = ProjectDefaults.Compilation(trees, given is null ? references.Value : references.Value.Add(given.Reference));
        compilation = Generators.Run(compilation, trees, out var generated);

        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(assembly, symbols, options: ProjectDefaults.Symbols);
        var errors = Errors.Of(emitted.Diagnostics.Concat(generated), request.Files);
        if (!errors.IsEmpty)
        {
            return new CompileAnswer(CompileOutcome.Errors, errors);
        }

        host.Value.Write(Path.Combine(request.OutputFolder, ProgramFolder.HostFile));
        Write(assembly, Path.Combine(request.OutputFolder, ProgramFolder.AssemblyFile));
        Write(symbols, Path.Combine(request.OutputFolder, ProgramFolder.SymbolsFile));
        given?.Write(Path.Combine(request.OutputFolder, ProgramFolder.ToolkitFile));
        return new CompileAnswer(CompileOutcome.Built, []) { Facts = FactCollector.Collect(trees) };
    }

    private static bool IsStub(CompileRequest request, IEnumerable<SyntaxTree> trees)
    {
        var stub = request.StubFiles.Select(file => ProjectDefaults.Parse(SourceFile.Read(file, request.CutSolution), file));
        return Tokens(stub).SequenceEqual(Tokens(trees));
    }

    // Blanks and comments are trivia and no tokens; which file the code stands in does not matter either.
    private static IEnumerable<(int Kind, string Text)> Tokens(IEnumerable<SyntaxTree> trees) =>
        from tree in trees
        from token in tree.GetRoot().DescendantTokens()
        where !token.IsKind(SyntaxKind.EndOfFileToken)
        select (token.RawKind, token.Text);

    private static void Write(MemoryStream content, string path)
    {
        using var file = File.Create(path);
        content.WriteTo(file);
    }
}

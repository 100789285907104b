using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Grader.Build.Roslyn;

/// <summary>Collects <see cref="SourceFacts"/> by syntax alone. It runs in the compiler process, for the source may be hostile.</summary>
internal sealed class FactCollector : CSharpSyntaxWalker
{
    private const int MostCalls = 3000;
    private const int MostText = 400_000;

    // Properties that matter as much as calls.
    private static readonly ImmutableHashSet<string> Properties =
    [
        "HasExited", "ExitCode", "StandardOutput", "StandardError", "StandardInput", "RedirectStandardOutput", "RedirectStandardError",
        "RedirectStandardInput", "UseShellExecute", "FileName", "Arguments", "Cancel", "Count", "IsEmpty", "AutoFlush", "ProcessorCount", "IsBackground",
        "ProcessExit", "Exited", "CancelKeyPress", "EnableRaisingEvents",
    ];

    private readonly ImmutableArray<SourceCall>.Builder calls = ImmutableArray.CreateBuilder<SourceCall>();
    private readonly string file;
    private readonly WorkerBranch workerBranch;

    private FactCollector(string file, WorkerBranch workerBranch) => (this.file, this.workerBranch) = (file, workerBranch);

    public static SourceFacts Collect(IEnumerable<SyntaxTree> trees)
    {
        var calls = ImmutableArray.CreateBuilder<SourceCall>();
        var lines = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>();
        var room = MostText;
        var all = trees.ToList();
        var workerBranch = WorkerBranch.Of(all);
        foreach (var tree in all)
        {
            var text = tree.GetText();
            room -= text.Length;
            if (room < 0)
            {
                break;
            }

            var collector = new FactCollector(tree.FilePath, workerBranch);
            collector.Visit(tree.GetRoot());
            calls.AddRange(collector.calls);
            lines[tree.FilePath] = [.. text.Lines.Select(line => line.ToString())];
        }

        return new SourceFacts([.. calls.Take(MostCalls)], lines.ToImmutable());
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var (name, receiver) = node.Expression switch
        {
            MemberAccessExpressionSyntax member => (member.Name, (SyntaxNode?)member.Expression),
            MemberBindingExpressionSyntax binding => (binding.Name, node.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression),
            SimpleNameSyntax simple => (simple, null),
            _ => (null, null),
        };
        if (name is not null)
        {
            Add(name, name.Identifier.Text, receiver, node, node.ArgumentList);
        }

        base.VisitInvocationExpression(node);
    }

    public override void VisitObjectCreationExpression(ObjectCreationExpressionSyntax node)
    {
        Add(node.Type, $"new {node.Type.ToString().Split('<')[0]}", null, node, node.ArgumentList);
        base.VisitObjectCreationExpression(node);
    }

    /// <summary><c>SemaphoreSlim places = new(2)</c>: what is made is said on the left.</summary>
    public override void VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node)
    {
        if (Surroundings.DeclaredType(node) is { } type)
        {
            Add(node, $"new {type.Split('<')[0]}", null, node, node.ArgumentList);
        }

        base.VisitImplicitObjectCreationExpression(node);
    }

    public override void VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        if (node.Parent is not InvocationExpressionSyntax && Properties.Contains(node.Name.Identifier.Text))
        {
            Add(node.Name, node.Name.Identifier.Text, node.Expression, node, (node.Parent as AssignmentExpressionSyntax)?.Right);
        }

        base.VisitMemberAccessExpression(node);
    }

    public override void VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        if (node.Parent is InitializerExpressionSyntax && node.Left is IdentifierNameSyntax name && Properties.Contains(name.Identifier.Text))
        {
            Add(name, name.Identifier.Text, null, node, node.Right);
        }

        base.VisitAssignmentExpression(node);
    }

    public override void VisitLockStatement(LockStatementSyntax node)
    {
        Add(node.LockKeyword, "lock", node.Expression, node, null);
        base.VisitLockStatement(node);
    }

    public override void VisitCatchClause(CatchClauseSyntax node)
    {
        Add(node.CatchKeyword, "catch", null, node, node.Declaration);
        base.VisitCatchClause(node);
    }

    public override void VisitReturnStatement(ReturnStatementSyntax node)
    {
        Add(node.ReturnKeyword, "return", null, node, node.Expression);
        base.VisitReturnStatement(node);
    }

    public override void VisitThrowStatement(ThrowStatementSyntax node)
    {
        Add(node.ThrowKeyword, "throw", null, node, node.Expression);
        base.VisitThrowStatement(node);
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        Add(node.IfKeyword, "if", null, node, node.Condition);
        base.VisitIfStatement(node);
    }

    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        Add(node.WhileKeyword, "while", null, node, node.Condition);
        base.VisitWhileStatement(node);
    }

    public override void VisitDoStatement(DoStatementSyntax node)
    {
        Add(node.WhileKeyword, "while", null, node, node.Condition);
        base.VisitDoStatement(node);
    }

    public override void VisitForStatement(ForStatementSyntax node)
    {
        Add(node.ForKeyword, "for", null, node, node.Condition);
        base.VisitForStatement(node);
    }

    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        Add(node.ForEachKeyword, "foreach", null, node, node.Expression);
        base.VisitForEachStatement(node);
    }

    /// <summary>A static field that changes: what it holds is another thing in each process.</summary>
    public override void VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        if (node.Modifiers.Any(SyntaxKind.StaticKeyword) && !node.Modifiers.Any(SyntaxKind.ReadOnlyKeyword))
        {
            foreach (var variable in node.Declaration.Variables)
            {
                Add(variable.Identifier, "static", variable, variable, variable.Initializer);
            }
        }

        base.VisitFieldDeclaration(node);
    }

    public override void VisitPostfixUnaryExpression(PostfixUnaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.PostIncrementExpression))
        {
            Add(node, "++", node.Operand, node, null);
        }

        base.VisitPostfixUnaryExpression(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.PreIncrementExpression))
        {
            Add(node, "++", node.Operand, node, null);
        }

        base.VisitPrefixUnaryExpression(node);
    }

    /// <summary>Numbers are facts of their own: one that a program prints whatever it is given is suspicious.</summary>
    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.NumericLiteralExpression))
        {
            Add(node, "number", null, node, node);
        }

        base.VisitLiteralExpression(node);
    }

    /// <summary>The text of a string or number; holes of an interpolated string are <c>*</c>. Null for anything else.</summary>
    private static string? TextOf(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) || literal.IsKind(SyntaxKind.NumericLiteralExpression) => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax pattern => string.Concat(pattern.Contents.Select(content => content is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : "*")),
        _ => null,
    };

    private void Add(SyntaxNodeOrToken position, string name, SyntaxNode? receiver, SyntaxNode call, SyntaxNode? arguments)
    {
        var inside = arguments?.DescendantNodesAndSelf().ToList() ?? [];
        calls.Add(new SourceCall(
            file,
            call.SyntaxTree.GetLineSpan(position.Span).StartLinePosition.Line + 1,
            Surroundings.MethodOf(call),
            name,
            Surroundings.Origin(receiver, call),
            Surroundings.AssignedTo(call),
            [.. inside.Select(TextOf).OfType<string>().Take(16)],
            [.. inside.OfType<IdentifierNameSyntax>().Select(identifier => identifier.Identifier.Text).Distinct().Take(16)],
            Surroundings.LoopsAround(call))
        {
            InWorkerBranch = workerBranch.Contains(call),
        });
    }
}

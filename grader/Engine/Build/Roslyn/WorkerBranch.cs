using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Grader.Build.Roslyn;

/// <summary>Which branches only a process takes that was called with <c>--worker</c>: by the conditions that look for that word.</summary>
internal sealed class WorkerBranch
{
    private const string Word = "--worker";

    private readonly ImmutableHashSet<string> names;

    // A hostile source may have very many calls under the same conditions.
    private readonly Dictionary<SyntaxNode, bool?> asked = [];

    private WorkerBranch(ImmutableHashSet<string> names) => this.names = names;

    /// <summary>Constants that hold the word, and variables that hold the answer whether it is there, count as the word itself.</summary>
    public static WorkerBranch Of(IEnumerable<SyntaxTree> trees) => new(
    [
        .. trees.SelectMany(tree => tree.GetRoot().DescendantNodes()).OfType<VariableDeclaratorSyntax>()
            .Where(variable => variable.Initializer?.Value is LiteralExpressionSyntax or IsPatternExpressionSyntax or BinaryExpressionSyntax or InvocationExpressionSyntax
                && variable.Initializer.DescendantNodes().Any(IsWord) && variable.Initializer.DescendantNodes().All(node => node is not CollectionExpressionSyntax))
            .Select(variable => variable.Identifier.Text),
    ]);

    public bool Contains(SyntaxNode node)
    {
        for (var child = node; child.Parent is { } parent; child = parent)
        {
            if (child is LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax)
            {
                return false; // who calls it is another question
            }

            if (Takes(parent, child) is { } answer)
            {
                return answer;
            }
        }

        return false;
    }

    /// <summary>Whether the child is taken by workers (true) or by main (false); null when the parent does not tell.</summary>
    private bool? Takes(SyntaxNode parent, SyntaxNode child) => parent switch
    {
        IfStatementSyntax choice when child == choice.Statement => Asks(choice.Condition),
        IfStatementSyntax choice when child == choice.Else => !Asks(choice.Condition),
        ConditionalExpressionSyntax choice when child == choice.WhenTrue => Asks(choice.Condition),
        ConditionalExpressionSyntax choice when child == choice.WhenFalse => !Asks(choice.Condition),
        SwitchStatementSyntax { Sections: var sections } when child is SwitchSectionSyntax section && sections.Any(IsForWorkers) => IsForWorkers(section),
        SwitchExpressionSyntax { Arms: var arms } when child is SwitchExpressionArmSyntax arm && arms.Any(IsForWorkers) => IsForWorkers(arm),
        BlockSyntax block when child is StatementSyntax statement => Follows(block.Statements.TakeWhile(one => one != statement)),
        CompilationUnitSyntax unit when child is GlobalStatementSyntax last => Follows(unit.Members.OfType<GlobalStatementSyntax>().TakeWhile(one => one != last).Select(one => one.Statement)),
        _ => null,
    };

    /// <summary>After <c>if (it is a worker) { …; return; }</c> there is only main, and the other way round.</summary>
    private bool? Follows(IEnumerable<StatementSyntax> earlier) => earlier.OfType<IfStatementSyntax>()
        .Where(choice => choice.Else is null && (choice.Statement is BlockSyntax block ? block.Statements.LastOrDefault() : choice.Statement) is ReturnStatementSyntax)
        .Select(choice => !Asks(choice.Condition))
        .FirstOrDefault(answer => answer is not null);

    /// <summary>True when the condition asks for a worker, false when it asks for main; null when it asks for something else.</summary>
    private bool? Asks(ExpressionSyntax condition)
    {
        if (!asked.TryGetValue(condition, out var answer))
        {
            asked[condition] = answer = AsksAnew(condition);
        }

        return answer;
    }

    private bool? AsksAnew(ExpressionSyntax condition)
    {
        if (condition.DescendantNodesAndSelf().FirstOrDefault(IsIt) is not { } word)
        {
            return null;
        }

        return !word.AncestorsAndSelf().TakeWhile(node => node != condition.Parent).Any(node =>
            node is UnaryPatternSyntax || node.IsKind(SyntaxKind.NotEqualsExpression) || node.IsKind(SyntaxKind.LogicalNotExpression));
    }

    private bool IsForWorkers(SyntaxNode section)
    {
        if (!asked.TryGetValue(section, out var answer))
        {
            asked[section] = answer = section switch
            {
                SwitchSectionSyntax of => of.Labels.Any(Speaks),
                SwitchExpressionArmSyntax arm => Speaks(arm.Pattern),
                _ => false,
            };
        }

        return answer == true;
    }

    private bool Speaks(SyntaxNode node) => node.DescendantNodesAndSelf().Any(IsIt);

    private bool IsIt(SyntaxNode node) => IsWord(node) || (node is IdentifierNameSyntax name && names.Contains(name.Identifier.Text));

    private static bool IsWord(SyntaxNode node) => node is LiteralExpressionSyntax { Token.ValueText: Word };
}

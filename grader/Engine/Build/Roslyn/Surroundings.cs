using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Grader.Build.Roslyn;

/// <summary>What stands around a call in its syntax tree.</summary>
internal static class Surroundings
{
    /// <summary>The method or local function; top-level statements are <c>Main</c>.</summary>
    public static string MethodOf(SyntaxNode node) => node.Ancestors().Select(ancestor => ancestor switch
    {
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        GlobalStatementSyntax => "Main",
        _ => null,
    }).FirstOrDefault(name => name is not null) ?? "";

    /// <summary>How many loops, and lambdas given to a call (<c>Select</c>, <c>ForEach</c>), are around it within its method.</summary>
    public static int LoopsAround(SyntaxNode node) => node.Ancestors()
        .TakeWhile(ancestor => ancestor is not (LocalFunctionStatementSyntax or MemberDeclarationSyntax))
        .Count(ancestor => ancestor is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or LambdaExpressionSyntax);

    /// <summary>The variable that takes the result: <c>var p = call</c>, <c>p = call</c>, <c>list[i] = call</c>, <c>list.Add(call)</c>, also through further calls (<c>call.ToList()</c>).</summary>
    public static string AssignedTo(SyntaxNode call)
    {
        foreach (var ancestor in call.Ancestors())
        {
            switch (ancestor)
            {
                case VariableDeclaratorSyntax declarator:
                    return declarator.Identifier.Text;
                case AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment:
                    return FirstName(assignment.Left);
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Add" or "TryAdd" or "Enqueue" or "Push" } add }:
                    return FirstName(add.Expression);
                case StatementSyntax or MemberDeclarationSyntax:
                    return "";
            }
        }

        return "";
    }

    /// <summary>The type of the variable, field or property that a <c>new(…)</c> is given to; null where it is not said there.</summary>
    public static string? DeclaredType(SyntaxNode creation) => creation.Parent?.Parent switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } when declaration.Type is not IdentifierNameSyntax { Identifier.Text: "var" } => declaration.Type.ToString().TrimEnd('?'),
        PropertyDeclarationSyntax property => property.Type.ToString().TrimEnd('?'),
        _ => null,
    };

    /// <summary>What a receiver stands for: a loop's or a lambda's variable is the collection that it runs over.</summary>
    public static string Origin(SyntaxNode? receiver, SyntaxNode call)
    {
        var name = FirstName(receiver);
        if (name.Length == 0)
        {
            return "";
        }

        foreach (var ancestor in call.Ancestors())
        {
            switch (ancestor)
            {
                case ForEachStatementSyntax loop when loop.Identifier.Text == name:
                    return FirstName(loop.Expression) is { Length: > 0 } collection ? collection : name;
                case ForEachVariableStatementSyntax loop when loop.Variable.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Any(variable => variable.Identifier.Text == name):
                    return FirstName(loop.Expression) is { Length: > 0 } several ? several : name;
                case LambdaExpressionSyntax lambda when Parameters(lambda).Contains(name)
                    && lambda.Parent?.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax around }:
                    return FirstName(around.Expression) is { Length: > 0 } source ? source : name;
            }
        }

        return name;
    }

    private static IEnumerable<string> Parameters(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => [simple.Parameter.Identifier.Text],
        ParenthesizedLambdaExpressionSyntax several => several.ParameterList.Parameters.Select(parameter => parameter.Identifier.Text),
        _ => [],
    };

    /// <summary>The first identifier of an expression: <c>workers</c> of <c>workers[i]!.Process</c>; a deconstruction names all of its variables.</summary>
    private static string FirstName(SyntaxNode? expression) => expression switch
    {
        null => "",
        IdentifierNameSyntax name => name.Identifier.Text,
        VariableDeclaratorSyntax variable => variable.Identifier.Text,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own => own.Name.Identifier.Text,
        _ => expression.DescendantNodes().OfType<IdentifierNameSyntax>().FirstOrDefault()?.Identifier.Text ?? "",
    };
}

using System.Reflection;
using FluentAssertions;
using Grader.Verify;
using Xunit;

namespace Grader.Tests.Verify;

public sealed class EveryCodeTests
{
    [Fact]
    public void Every_code_has_its_place_in_the_order_of_root_causes() => Code.InOrder.Should().BeEquivalentTo(AllCodes()).And.OnlyHaveUniqueItems();

    /// <summary>A code that no rule ever reports would be a promise that nobody keeps. The compiler's own errors are found before there is a run.</summary>
    [Fact]
    public void Every_code_is_expected_by_a_test_of_a_rule()
    {
        var expected = Directory.EnumerateFiles(Here(), "*Tests.cs").Where(file => !file.EndsWith($"{nameof(EveryCodeTests)}.cs", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();
        var unproven = typeof(Code).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral && field.Name != nameof(Code.DoesNotCompile))
            .Select(field => field.Name).Where(name => !expected.Any(text => text.Contains($"Code.{name}", StringComparison.Ordinal)));
        unproven.Should().BeEmpty();
    }

    private static IEnumerable<string> AllCodes() =>
        typeof(Code).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

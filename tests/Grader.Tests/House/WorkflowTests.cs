using FluentAssertions;
using Katas.Tests.Spec;
using Xunit;

namespace Grader.Tests.House;

/// <summary>A pull request is graded with the base branch's grader, read-only, and what its programs print gives no orders.</summary>
public sealed class WorkflowTests
{
    private static readonly string Grade = File.ReadAllText(Repository.Below(".github", "workflows", "grade.yml"));

    [Fact]
    public void It_runs_without_secrets_and_may_only_read() =>
        Grade.Should().Contain("permissions:\n  contents: read").And.NotContain("pull_request_target").And.NotContain("secrets.").And.NotContain("write");

    [Fact]
    public void The_grader_is_the_base_branch_and_of_the_pull_request_only_the_code_is_taken() =>
        Grade.Should().Contain("ref: ${{ github.event.pull_request.base.sha }}").And.Contain("-name '*.cs'");

    [Fact]
    public void No_word_of_the_pull_request_stands_in_a_script()
    {
        var scripts = Grade.Split('\n').SkipWhile(line => !line.Contains("run: |", StringComparison.Ordinal));
        scripts.Should().NotContain(line => line.Contains("${{", StringComparison.Ordinal));
    }

    [Fact]
    public void What_programs_print_gives_no_orders() =>
        Grade.Should().Contain("echo \"::stop-commands::$token\"").And.Contain("token=$(openssl rand");

    [Fact]
    public void CI_is_what_everybody_can_run() =>
        File.ReadAllText(Repository.Below(".github", "workflows", "ci.yml")).Should().Contain("run: .ci/run");
}

using FluentAssertions;
using Grader.Cli;
using Grader.Write;
using Katas.Tests.Spec;
using Xunit;

namespace Grader.Tests.Cli;

/// <summary>Bad input gets one clear sentence and exit code 64, never a stack trace.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("Did you mean 07-partial-join?", "grade", "partal-join")]
    [InlineData("Did you mean 07-partial-join?", "grade", "07-partial-jion")]
    [InlineData("They go from 01-cpu-count to", "grade", "99")]
    [InlineData("There is no kata \"\"", "grade", "")]
    [InlineData("There is no folder nowhere", "grade", "--from", "nowhere")]
    [InlineData("--from wants a folder, but README.md is a file", "grade", "--from", "README.md")]
    [InlineData("--from needs the name of a folder", "grade", "--from", "")]
    [InlineData("--out /nowhere/report.json cannot be written", "grade", "--out", "/nowhere/report.json")]
    [InlineData("--out wants a file, but grader is a folder", "grade", "--out", "grader")]
    [InlineData("There is no format \"xml\": choose one of", "grade", "--format", "xml")]
    [InlineData("Did you mean --from", "grade", "--frmo", "x")]
    [InlineData("Did you mean grade?", "graed")]
    [InlineData("No scenario is called \"D waits\"", "grade", "7", "--scenario", "D waits")]
    [InlineData("There is no kata \"nothing\"", "grade", "--require", "nothing")]
    [InlineData("--jobs wants a number from 1 to 1000, not \"many\"", "grade", "--jobs", "many")]
    [InlineData("--sandbox wants one of auto, namespaces, plain; not \"jail\"", "grade", "--sandbox", "jail")]
    [InlineData("Required argument missing for option: '--from'", "grade", "--from")]
    [InlineData("\"LICENSE\" is no ledger of gradings", "repeat", "01", "--ledger", "LICENSE")]
    public async Task Gets_one_clear_sentence_and_exit_code_64(string sentence, params string[] arguments)
    {
        var run = await CommandLineProcess.Run(arguments);

        run.ExitCode.Should().Be(Summary.WrongUsage);
        run.Errors.Should().Contain(sentence);
        run.Errors.TrimEnd().Should().NotContain("\n").And.NotContain("   at ");
        run.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task No_verb_shows_the_help()
    {
        var run = await CommandLineProcess.Run();

        run.ExitCode.Should().Be(Summary.WrongUsage);
        run.Output.Should().Contain("Examples:");
    }

    [Theory]
    [InlineData("07")]
    [InlineData("7")]
    [InlineData("partial-join")]
    [InlineData("07-partial-join")]
    [InlineData("07-Partial-Join")]
    [InlineData("07-partial-join/")]
    public void A_kata_is_found_by_number_by_name_and_whole(string name) =>
        KataNames.Find(name, KataCatalog.All).Id.Should().Be("07-partial-join");

    [Fact]
    public void Katas_are_graded_in_their_own_order_and_once() =>
        KataNames.Select(["07", "05", "7"], KataCatalog.All).Select(kata => kata.Number).Should().Equal(5, 7);
}

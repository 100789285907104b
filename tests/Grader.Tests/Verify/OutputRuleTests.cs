using FluentAssertions;
using Grader.Contract;
using Grader.Launch;
using Grader.Trace;
using Grader.Verify;
using Xunit;

namespace Grader.Tests.Verify;

public sealed class OutputRuleTests
{
    private static RunTrace Consumed(Scenario scenario, params string[] lines) => Plays.Run(scenario).Starts("consumer").Prints("consumer", lines).Ends("consumer").Ends("main").Over();

    [Fact]
    public void Items_in_order_are_right() => Consumed(Plays.Items("got 1", "got 2", "got 2"), "got 1", "got 2", "got 2").Codes().Should().BeEmpty();

    [Fact]
    public void A_missing_item_is_lost() => Consumed(Plays.Items("got 1", "got 2", "got 3"), "got 1", "got 3").Codes().Should().Equal(Code.LostItem);

    [Fact]
    public void A_repeated_item_is_a_duplicate() => Consumed(Plays.Items("got 1", "got 2"), "got 1", "got 2", "got 2").Codes().Should().Equal(Code.DuplicateItem);

    [Fact]
    public void One_that_was_to_be_withheld_is_wrong_output_and_a_second_one_a_duplicate()
    {
        var scenario = new Scenario([], Outcome.Nothing.WithWorkers("consumer").With(new LineRule("consumer", ["got 1", "got 2"], Items: true) { Withheld = ["got 1"] }));
        Consumed(scenario, "got 1", "got 2").Codes().Should().BeEmpty();
        Consumed(scenario, "got 1", "got 1", "got 2").Codes().Should().Equal(Code.WrongOutput);
        Consumed(scenario, "got 1", "got 1", "got 1", "got 2").Primary().Should().Be(Code.DuplicateItem);
    }

    [Fact]
    public void Items_in_another_order_are_in_the_wrong_order() => Consumed(Plays.Items("got 1", "got 2"), "got 2", "got 1").Codes().Should().Equal(Code.WrongOrder);

    [Theory]
    [InlineData("Hello wor")]
    [InlineData("rld of items")]
    public void A_cut_item_is_torn(string piece) => Consumed(Plays.Items("Hello world of items"), piece).Codes().Should().Equal(Code.TornItem);

    [Fact]
    public void The_same_words_with_another_number_are_no_piece_of_an_item()
    {
        var scenario = new Scenario([], Outcome.Nothing.Items("main", LineOrder.PerSender, "got total 0").PrintsInAnyOrder("main", "total 1"));
        Plays.Run(scenario).Prints("main", "total 0").Ends("main").Over().Primary().Should().Be(Code.LostItem);
    }

    [Fact]
    public void What_goes_around_the_console_is_not_missing_as_well() =>
        Plays.Run(Plays.Items("got 1", "got 2")).Starts("consumer").Says(new Grader.Launch.Signal.StrayOutput("got 1\ngot 2\n")).Ends("consumer").Ends("main").Over()
            .Codes().Should().Equal(Code.WrongOutput);

    [Theory]
    [InlineData("[4, 9, 1]", Code.WrongOrder)]
    [InlineData("[1, 4]", Code.WrongOutput)]
    [InlineData("[1, 4, 8]", Code.WrongOutput)]
    public void A_list_of_the_same_results_in_another_order_is_in_the_wrong_order(string printed, string code) =>
        Plays.Run(new Scenario([], Outcome.Nothing.Main("[1, 4, 9]"))).Prints("main", printed).Ends("main").Over().Codes().Should().Equal(code);

    [Fact]
    public void Glued_items_are_torn() => Consumed(Plays.Items("aaa", "bbb"), "aaabbb").Primary().Should().Be(Code.TornItem);

    [Fact]
    public void A_wrong_text_is_wrong_output_and_no_loss() => Consumed(Plays.Items("got 1", "got 2"), "Got 1", "got 2").Codes().Should().Equal(Code.WrongOutput);

    [Fact]
    public void Lines_that_are_no_items_are_wrong_output() =>
        Plays.Run(Plays.One()).Starts("a").Ends("a").Prints("main", "done").Ends("main").Over().Codes().Should().Equal(Code.WrongOutput);

    [Fact]
    public void A_line_of_a_silent_role_is_wrong_output() =>
        Plays.Run(Plays.Two()).Starts("a").Starts("b").Prints("a", "hm").Ends("a").Ends("b").Prints("main", "done").Ends("main").Over().Codes().Should().Equal(Code.WrongOutput);

    [Fact]
    public void Any_order_and_order_by_sender()
    {
        var any = new Scenario([], Outcome.Nothing.PrintsInAnyOrder(Who.Main, "x", "y"));
        Plays.Run(any).Prints("main", "y", "x").Ends("main").Over().Codes().Should().BeEmpty();

        var bySender = new Scenario([], Outcome.Nothing.Items(Who.Main, LineOrder.PerSender, "got a 0", "got a 1", "got b 0").Main("total 3"));
        Plays.Run(bySender).Prints("main", "got b 0", "got a 0", "got a 1", "total 3").Ends("main").Over().Codes().Should().BeEmpty();
        Plays.Run(bySender).Prints("main", "got a 1", "got b 0", "got a 0", "total 3").Ends("main").Over().Codes().Should().Equal(Code.WrongOrder);
    }

    [Fact]
    public void The_placeholder_stands_for_the_true_process_id()
    {
        var scenario = new Scenario([], Outcome.Nothing.Worker("a", "worker {pid of a}").Main("started {pid of a}"));
        Plays.Run(scenario).Starts("a").Prints("main", "started 101").Prints("a", "worker 101").Ends("a").Ends("main").Over().Codes().Should().BeEmpty();
        Plays.Run(scenario).Starts("a").Prints("main", "started 100").Prints("a", "worker 101").Ends("a").Ends("main").Over().Codes().Should().Equal(Code.WrongOutput);
    }

    [Fact]
    public void Lines_that_may_be_missing_may_be_there_once()
    {
        var scenario = new Scenario([], Outcome.Nothing.MayPrint(Who.Main, "maybe"));
        Plays.Run(scenario).Ends("main").Over().Codes().Should().BeEmpty();
        Plays.Run(scenario).Prints("main", "maybe").Ends("main").Over().Codes().Should().BeEmpty();
        Plays.Run(scenario).Prints("main", "maybe", "maybe").Ends("main").Over().Codes().Should().Equal(Code.WrongOutput);
    }

    [Fact]
    public void Who_is_killed_may_have_printed_only_the_beginning()
    {
        var scenario = Plays.Items("got 1", "got 2").Hold(Point.Line("consumer", "got 2")).Kill("consumer");
        Plays.Run(scenario).Starts("consumer").Prints("consumer", "got 1").Reaches("consumer", Moment.Line, "got 2").Step("consumer").Dies("consumer", 9).Ends("main").Over()
            .Codes().Should().BeEmpty();
    }

    [Fact]
    public void What_is_missing_after_a_deadlock_is_not_lost() =>
        Plays.Run(Plays.Items("got 1", "got 2")).Starts("consumer").Prints("consumer", "got 1").Over(RunEnd.Deadlock).Codes().Should().Equal(Code.Deadlock);

    [Fact]
    public void What_came_twice_before_a_deadlock_came_twice() =>
        Plays.Run(Plays.Items("got 1", "got 2")).Starts("consumer").Prints("consumer", "got 1", "got 1").Over(RunEnd.Deadlock).Codes().Should().Equal(Code.Deadlock, Code.DuplicateItem);

    [Fact]
    public void What_does_not_come_through_WriteLine_is_wrong_output() =>
        Plays.RightOne(Plays.One()).Says(new Signal.StrayOutput("raw")).Over().Codes().Should().Equal(Code.WrongOutput);

    [Fact]
    public void What_is_said_to_have_come_through_an_output_that_leads_elsewhere_is_made_up()
    {
        var scenario = new Scenario([], Outcome.Nothing.WithWorkers("a").SendsToMain("a").Main("received 5")) { Name = "received" };
        Plays.Run(scenario).Starts("a").Ends("a").Prints("main", "received 5").Ends("main").Over().Codes().Should().Equal(Code.WrongOutput);
        Plays.Run(scenario).Starts("a", printsToMain: false).Ends("a").Prints("main", "received 5").Ends("main").Over().Codes().Should().BeEmpty();
    }
}

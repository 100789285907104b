using FluentAssertions;
using Grader.Launch;
using Xunit;

namespace Grader.Tests.Launch;

public sealed class CountedTimeTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void Time_counts_while_the_memory_stays_as_it_is() => Counted((1, 100), (2, 100), (7, 100)).Should().BeApproximately(6 + Free(1, 100), 1e-9);

    [Fact]
    public void Memory_may_take_its_time_on_a_machine_where_each_new_page_is_dear() =>
        Counted([.. Enumerable.Range(1, 100).Select(look => (look * 0.08, look * 10L))]).Should().BeApproximately(0, 1e-9);

    [Fact]
    public void But_no_more_than_it_may_take_there() => Counted((1, 10), (2, 20), (3, 30)).Should().BeApproximately(3 - 0.3, 1e-9);

    [Fact]
    public void Memory_that_was_given_back_and_is_taken_again_is_not_new() =>
        Counted([(1, 1000), .. Enumerable.Range(1, 10).SelectMany(i => new[] { (1.0 + i, 10L), (1.5 + i, 1000L) })]).Should().BeApproximately(10.5, 1e-9);

    [Fact]
    public void A_sum_that_falls_back_for_a_moment_gives_nothing_away() => Counted((5, 0), (4, 0), (5, 100), (6, 100)).Should().BeApproximately(6, 1e-9);

    private static double Free(double seconds, long megabytes) => Math.Max(0, seconds - (megabytes * 0.010));

    private static double Counted(params (double Seconds, long Megabytes)[] looks)
    {
        var time = new CountedTime();
        return looks.Select(look => time.Add(look.Seconds, look.Megabytes * Megabyte)).ToList()[^1];
    }
}

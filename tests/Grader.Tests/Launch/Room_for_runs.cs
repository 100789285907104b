using FluentAssertions;
using Xunit;

namespace Grader.Tests.Launch;

/// <summary>So many runs at a time, and those in which nothing moves besides.</summary>
public sealed class Room_for_runs
{
    [Fact]
    public async Task Who_is_idle_makes_room_for_one_other()
    {
        using var places = new Places(1);
        using var first = await places.Take(CancellationToken.None);
        var second = places.Take(CancellationToken.None);
        var third = places.Take(CancellationToken.None);
        second.IsCompleted.Should().BeFalse();

        first.MakeRoom();
        first.MakeRoom();

        using var place = await second;
        third.IsCompleted.Should().BeFalse();
        place.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task Who_wants_to_be_alone_waits_for_the_idle_too()
    {
        using var places = new Places(2);
        var idle = await places.Take(CancellationToken.None);
        idle.MakeRoom();
        var alone = places.TakeAll(CancellationToken.None);
        alone.IsCompleted.Should().BeFalse();

        idle.Dispose();

        var all = await alone;
        var next = places.Take(CancellationToken.None);
        next.IsCompleted.Should().BeFalse();
        all.Dispose();
        (await next).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_waiting_to_be_alone_leaves_all_as_it_was()
    {
        using var places = new Places(2);
        using var cancel = new CancellationTokenSource();
        var busy = await places.Take(CancellationToken.None);
        var alone = places.TakeAll(cancel.Token);

        await cancel.CancelAsync();

        await alone.Invoking(waiting => waiting).Should().ThrowAsync<OperationCanceledException>();
        busy.Dispose();
        using var all = await places.TakeAll(CancellationToken.None);
    }
}

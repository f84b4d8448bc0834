using OpenClaw.Channels;

namespace OpenClaw.Host.Tests.Channels;

/// <summary>Clocks that are set while messages come and go.</summary>
public sealed class SetClockTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData(-1)]
    [InlineData(365)]
    public async Task A_message_that_came_before_the_clock_was_set_is_answered_and_known(int days)
    {
        await using var chat = await ChannelFixture.StartAsync(_directory.Path);
        chat.Model.Says("one").Says("two");
        await chat.SayAsync("1", "first");
        chat.Agents.Time.SetWall(TimeSpan.FromDays(days));
        await chat.RunAsync();
        await chat.UntilShownAsync(1);
        Assert.Equal(InboundDisposition.Duplicate, (await chat.SayAsync("1", "first")).Disposition);

        await chat.SayAsync("2", "second");
        await chat.UntilShownAsync(2);

        Assert.Equal(["one", "two"], chat.Sender.Shown.Select(static shown => shown.Text));
    }

    [Fact]
    public async Task A_conversation_that_rests_after_a_failure_does_not_rest_for_the_day_the_clock_was_set_back()
    {
        await using var chat = await ChannelFixture.StartAsync(_directory.Path);
        chat.Model.Says("answered");
        await chat.ExecuteAsync("CREATE TRIGGER broken BEFORE INSERT ON runs BEGIN SELECT RAISE(ABORT, 'broken'); END");
        await chat.RunAsync();
        await chat.SayAsync("1", "hello");
        await chat.Agents.Time.WhenTimerDueWithin(TimeSpan.FromSeconds(2));
        await chat.ExecuteAsync("DROP TRIGGER broken");

        chat.Agents.Time.SetWall(TimeSpan.FromDays(-1));
        await chat.UntilShownAsync(1);

        Assert.Equal("answered", Assert.Single(chat.Sender.Shown).Text);
    }

    public void Dispose() => _directory.Dispose();
}

using OpenClaw.Channels;
using OpenClaw.Content;
using Xunit;

namespace OpenClaw.Testing;

/// <summary>What every plugin with a channel does.</summary>
public abstract class ChannelPluginConformance : PluginConformance
{
    /// <summary>The channel's id.</summary>
    protected abstract string Channel { get; }

    /// <summary>Settings of an account that cannot run, a JSON object; null where there are none.</summary>
    protected virtual string? WrongSettings => null;

    /// <summary>Id of a message, as the platform writes ids.</summary>
    protected virtual string MessageId => "m1";

    /// <summary>Id of a direct chat, as the platform writes ids.</summary>
    protected virtual string ChatId => "room";

    /// <summary>Begins a far end.</summary>
    protected abstract Task<ChannelFarEnd> StartFarEndAsync();

    /// <summary>The channel is offered, with limits that make sense.</summary>
    [Fact]
    public async Task The_channel_says_what_it_is()
    {
        await using var gateway = await StartAsync();

        var channel = Assert.Single(gateway.Channels, channel => channel.Id == Channel);
        Assert.False(string.IsNullOrWhiteSpace(channel.Label));
        Assert.InRange(channel.MaxTextLength, 1, int.MaxValue);
    }

    /// <summary>The status tells whether the account runs.</summary>
    [Fact]
    public async Task The_status_follows_start_and_stop()
    {
        await using var far = await StartFarEndAsync();
        await using var gateway = await StartAsync();
        var account = await gateway.StartAccountAsync(Channel, far.Settings).WaitAsync(Patience);

        Assert.Equal(ChannelState.Running, account.Channel.Status.State);
        await account.StopAsync().WaitAsync(Patience * 3);
        Assert.Equal(ChannelState.Stopped, account.Channel.Status.State);
    }

    /// <summary>What somebody writes reaches the inbox, with its id, place and text.</summary>
    [Fact]
    public async Task A_message_reaches_the_inbox()
    {
        await using var far = await StartFarEndAsync();
        await using var gateway = await StartAsync();
        var account = await gateway.StartAccountAsync(Channel, far.Settings).WaitAsync(Patience);
        await far.WriteAsync(MessageId, ChatId, "hello");

        var message = await account.Inbox.NextAsync(Patience);

        Assert.Equal((MessageId, ChatId, "hello"), (message.MessageId, message.Chat.ChatId, Text(message.Parts)));
        Assert.False(string.IsNullOrEmpty(message.Sender.Id), "The sender has no id; allow-lists hold ids.");
    }

    /// <summary>A message that the inbox could not store is offered again under the same id.</summary>
    [Fact]
    public async Task A_message_that_was_not_stored_is_offered_again()
    {
        await using var far = await StartFarEndAsync();
        await using var gateway = await StartAsync();
        var account = await gateway.StartAccountAsync(Channel, far.Settings).WaitAsync(Patience);
        account.Inbox.FailNext(1);
        await far.WriteAsync(MessageId, ChatId, "hello");

        Assert.Equal(MessageId, (await account.Inbox.NextAsync(Patience)).MessageId);
        Assert.True(account.Inbox.Offers > 1);
    }

    /// <summary>What is sent arrives, and the outcome says so.</summary>
    [Fact]
    public async Task A_text_that_is_sent_arrives()
    {
        await using var far = await StartFarEndAsync();
        await using var gateway = await StartAsync();
        var account = await gateway.StartAccountAsync(Channel, far.Settings).WaitAsync(Patience);
        using var deadline = new CancellationTokenSource(Patience);

        var outcome = await account.SendAsync(new ChatAddress(ChatId, ChatKind.Direct), "good morning").WaitAsync(Patience);

        Assert.False(string.IsNullOrEmpty(Assert.IsType<SendAccepted>(outcome).MessageId));
        Assert.Contains("good morning", await far.NextSentAsync(deadline.Token).WaitAsync(Patience), StringComparison.Ordinal);
    }

    /// <summary>A send to a far end that is gone is an outcome, not an exception.</summary>
    [Fact]
    public async Task A_send_that_fails_is_an_outcome()
    {
        var far = await StartFarEndAsync();
        await using var gateway = await StartAsync();
        var account = await gateway.StartAccountAsync(Channel, far.Settings).WaitAsync(Patience);
        await far.DisposeAsync();

        var outcome = await account.SendAsync(new ChatAddress(ChatId, ChatKind.Direct), "anybody?").WaitAsync(Patience * 3);

        Assert.IsNotType<SendAccepted>(outcome);
    }

    /// <summary>An account that was stopped hands nothing over, and one that starts again goes on where it stopped.</summary>
    [Fact]
    public async Task A_restarted_account_receives_what_was_written_meanwhile()
    {
        await using var far = await StartFarEndAsync();
        await using var gateway = await StartAsync();
        var first = await gateway.StartAccountAsync(Channel, far.Settings).WaitAsync(Patience);
        await first.StopAsync().WaitAsync(Patience * 3);
        await far.WriteAsync(MessageId, ChatId, "hello");
        var second = await gateway.StartAccountAsync(Channel, far.Settings).WaitAsync(Patience);

        Assert.Equal(MessageId, (await second.Inbox.NextAsync(Patience)).MessageId);
        Assert.Equal(0, first.Inbox.Offers);
    }

    /// <summary>A start that is cancelled ends promptly.</summary>
    [Fact]
    public async Task A_cancelled_start_ends()
    {
        await using var far = await StartFarEndAsync();
        await using var gateway = await StartAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Record.ExceptionAsync(() => gateway.StartAccountAsync(Channel, far.Settings, cancellationToken: cancelled.Token)).WaitAsync(Patience);
    }

    /// <summary>An account that cannot run says so with a <see cref="ChannelException"/> that trying again does not mend.</summary>
    [Fact]
    public async Task Wrong_settings_are_refused()
    {
        if (WrongSettings is not { } wrong)
            return;
        await using var gateway = await StartAsync();

        var refused = await Assert.ThrowsAsync<ChannelException>(() => gateway.StartAccountAsync(Channel, wrong).WaitAsync(Patience));
        Assert.False(refused.IsTransient, "Settings do not mend themselves: IsTransient must be false.");
    }

    /// <inheritdoc/>
    protected override async Task WorkAsync(InMemoryGateway gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        await using var far = await StartFarEndAsync();
        var account = await gateway.StartAccountAsync(Channel, far.Settings).WaitAsync(Patience);
        await far.WriteAsync(MessageId, ChatId, "hello");
        await account.Inbox.NextAsync(Patience);
        await account.SendAsync(new ChatAddress(ChatId, ChatKind.Direct), "good morning").WaitAsync(Patience);
        await account.StopAsync().WaitAsync(Patience * 3);
    }

    private static string Text(IEnumerable<MessagePart> parts) => string.Concat(parts.OfType<TextPart>().Select(static part => part.Text));
}

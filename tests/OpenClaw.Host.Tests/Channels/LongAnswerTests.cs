using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Channels;

/// <summary>Answers and messages that are far too long, or no proper text, on their way through a chat.</summary>
public sealed class LongAnswerTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Five_megabytes_end_the_run_and_the_chat_is_told()
    {
        await using var chat = await ChannelFixture.StartAsync(_directory.Path);
        chat.Model.Plays([.. Enumerable.Repeat(new TextDelta(new string('x', 10_000)), 500), new ModelStopped(ModelStopReason.Completed)]);
        await chat.RunAsync();
        await chat.SayAsync("1", "go on");
        await chat.UntilShownAsync(1);

        Assert.Equal("⚠️ LLM request failed: the answer grew beyond 1048576 characters.", Assert.Single(chat.Sender.Shown).Text);
        Assert.All(chat.Agents.Events.All, static one => Assert.InRange(one.Payload.Length, 1, 8_000_000));
    }

    [Fact]
    public async Task An_answer_of_a_megabyte_comes_in_parts_and_is_whole_in_the_conversation()
    {
        await using var chat = await ChannelFixture.StartAsync(
            _directory.Path, add: static services => services.AddSingleton(new OutboxLimits { MaxParts = 30 }));
        var word = "Grüße und 😀 ";
        var text = string.Concat(Enumerable.Repeat(word, 1_000_000 / word.Length));
        chat.Model.Plays([.. FakeAgentProvider.Answer([.. text.Chunk(10_000).Select(static piece => new TextDelta(new string(piece)))])]);
        await chat.RunAsync();
        await chat.SayAsync("1", "go on");
        await chat.UntilShownAsync(30);

        Assert.Equal(30, chat.Sender.Shown.Count);
        Assert.All(chat.Sender.Shown, static one => Assert.InRange(one.Text.Length, 1, 4_000));
        Assert.All(chat.Sender.Shown, static one => Assert.DoesNotContain('\ufffd', one.Text));
        Assert.EndsWith("all of it is in the conversation.]", chat.Sender.Shown[^1].Text, StringComparison.Ordinal);
        var messages = (await chat.Agents.HistoryAsync()).GetProperty("messages");
        Assert.Equal(2, messages.GetArrayLength());
    }

    [Fact]
    public async Task Half_characters_and_nothings_of_a_chat_do_no_harm()
    {
        await using var chat = await ChannelFixture.StartAsync(_directory.Path);
        chat.Model.Says("fine");
        await chat.RunAsync();
        var inbox = chat.Agents.Get<AccountInboxes>().Of(new AccountKey("fake", "default")).Open();
        var receipt = await inbox.AcceptAsync(
            Received.Inbound("1", "a \ud83d b \0 c") with { Sender = new ChatUser("7", "Na\0me \ud83d") }, CancellationToken.None);
        await chat.UntilShownAsync(1);

        Assert.Equal(InboundDisposition.Stored, receipt.Disposition);
        var asked = chat.Model.Requests.Single().Messages[^1].Parts.OfType<TextPart>().Single().Text;
        Assert.Contains("a \ufffd b \0 c", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_is_silent_is_given_up_after_ten_minutes_where_nothing_else_is_configured()
    {
        await using var chat = await ChannelFixture.StartAsync(_directory.Path);
        chat.Model.Hangs("", ignoresCancellation: true);
        await chat.RunAsync();
        await chat.SayAsync("1", "hello?");
        await chat.UntilAsync(() => Task.FromResult(!chat.Model.Requests.IsEmpty));
        for (var minutes = 0; minutes < 11; minutes++)
        {
            chat.Agents.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(5);
        }

        await chat.UntilShownAsync(1);
        Assert.StartsWith("⚠️ Request timed out before a response was generated.", Assert.Single(chat.Sender.Shown).Text, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();
}

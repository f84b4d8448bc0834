using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Content;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Prompts;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Configuration.Model.Sessions;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Protocol.Chat;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tests.Agents.Prompts;

public sealed class MessageCapTests
{
    private const int Conversations = 400;

    [Fact]
    public void Whatever_was_said_a_model_gets_the_newest_messages_whole_calls_and_the_summary()
    {
        var random = new Random(20261121);
        for (var round = 0; round < Conversations; round++)
        {
            var hasSummary = random.Next(3) == 0;
            var all = ModelMessages.From(
                Conversation(random, hasSummary),
                new ModelReference("fake", "fake-1"),
                16_000,
                new Dictionary<TranscriptMessage, IReadOnlyList<MessagePart>>(),
                new InputFraming(new PromptClock(TimeProvider.System), new AgentDefaultsConfig { EnvelopeTimestamp = "off" }));
            var limit = random.Next(1, 12);

            var sent = MessageCap.Apply(all, limit);

            // A call and its results are not taken apart even where they alone are too many.
            Assert.InRange(sent.Count, 1, Math.Max(limit, hasSummary ? 3 : 2));
            Assert.Same(all[^1], sent[^1]);
            if (hasSummary)
                Assert.Same(all[0], sent[0]);
            Assert.Equal(all.TakeLast(sent.Count - (hasSummary ? 1 : 0)), sent.Skip(hasSummary ? 1 : 0));
            for (var i = 0; i < sent.Count; i++)
            {
                var calls = i == 0 ? [] : sent[i - 1].Parts.OfType<ToolCallPart>().Select(static part => part.CallId).Order().ToList();
                Assert.Equal(calls, sent[i].Parts.OfType<ToolResultPart>().Select(static part => part.CallId).Order());
            }
        }
    }

    [Fact]
    public void What_fits_is_left_alone()
    {
        IReadOnlyList<ModelMessage> messages = [ModelMessage.User("a"), ModelMessage.Assistant("b")];
        Assert.Same(messages, MessageCap.Apply(messages, 2));
        Assert.Same(messages, MessageCap.Apply(messages, null));
    }

    [Fact]
    public async Task The_setting_counts_messages_of_the_model_and_leaves_the_transcript_alone()
    {
        await using var fixture = await AgentFixture.StartAsync(AgentFixture.Config with { Session = new SessionConfig { MaxMessages = 3 } });
        fixture.Tools.Add("look", static (_, _) => ValueTask.FromResult(ToolResult.Text("seen")));
        for (var turn = 0; turn < 4; turn++)
        {
            fixture.Model.Calls(("a", "look", "{}"), ("b", "look", "{}"), ("c", "look", "{}")).Says($"answer {turn}");
            await fixture.SendAsync($"question {turn}", $"r{turn}");
            await fixture.EndOfAsync($"r{turn}");
        }

        Assert.All(fixture.Model.Requests, static request => Assert.InRange(request.Messages.Count, 1, 3));
        var last = fixture.Model.Requests.Last().Messages;
        Assert.Equal([ModelRole.User, ModelRole.Assistant, ModelRole.Tool], last.Select(static message => message.Role));
        Assert.Equal(3, last[2].Parts.Count);
        var session = (await fixture.Get<SessionStore>().FindAsync("agent:main:main", CancellationToken.None))!;
        Assert.Equal(24, (await fixture.Get<TranscriptStore>().ReadAsync(session.SessionId, 100, 0, CancellationToken.None)).Total);
    }

    private static List<TranscriptMessage> Conversation(Random random, bool hasSummary)
    {
        var messages = new List<TranscriptMessage>();
        if (hasSummary)
            messages.Add(Host.Agents.Compaction.SummaryText.MessageOf("what came before", 0));
        var call = 0;
        for (var i = random.Next(1, 30); i > 0; i--)
        {
            messages.Add(Of(MessageRoles.User, [new ContentPart { Type = ContentPartTypes.Text, Text = $"q{i}" }]));
            for (var calls = random.Next(3); calls > 0; calls--)
            {
                var ids = Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"c{call++}").ToList();
                messages.Add(Of(MessageRoles.Assistant, [.. ids.Select(static id => new ContentPart { Type = ContentPartTypes.ToolCall, Id = id, Name = "t", Arguments = JsonElement.Parse("{}") })]));
                // Some results are lost.
                messages.AddRange(ids.Where(_ => random.Next(8) > 0).Select(static id =>
                    Of(MessageRoles.ToolResult, [new ContentPart { Type = ContentPartTypes.Text, Text = "r" }]) with { ToolCallId = id, ToolName = "t" }));
            }

            if (random.Next(4) > 0)
                messages.Add(Of(MessageRoles.Assistant, [new ContentPart { Type = ContentPartTypes.Text, Text = $"a{i}" }]));
        }

        return messages;
    }

    private static TranscriptMessage Of(string role, List<ContentPart> parts) =>
        new() { Role = role, Content = MessageContent.OfParts(parts), Timestamp = 0 };
}

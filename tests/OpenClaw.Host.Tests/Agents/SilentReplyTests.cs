using System.Text;
using OpenClaw.Agents;
using OpenClaw.Host.Events;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tests.Agents;

/// <summary>Answers that say nothing.</summary>
public sealed class SilentReplyTests
{
    [Fact]
    public async Task The_word_for_silence_is_shown_to_nobody()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("NO_", "REPLY");
        await fixture.SendAsync("hello", "r1");
        await fixture.EndOfAsync("r1");
        await fixture.Events.UntilChatAsync("r1", "final");
        var final = fixture.Events.Of("r1").Single(static one => one.Event == "chat" && one.Payload.GetProperty("state").GetString() == "final");

        Assert.False(final.Payload.TryGetProperty("message", out _));
        Assert.DoesNotContain(fixture.Events.All, static one => TextOf(one).Contains("\"delta\":\"NO", StringComparison.Ordinal));
        var end = await fixture.AskAsync("agent.wait", """{"runId":"r1"}""");
        Assert.Equal("silent", end.GetProperty("terminalReply").GetProperty("disposition").GetString());
    }

    [Fact]
    public async Task An_answer_that_only_begins_like_silence_is_shown()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("NO");
        await fixture.SendAsync("hello", "r1");
        await fixture.EndOfAsync("r1");

        Assert.Contains(fixture.Events.All, static one => TextOf(one).Contains("\"delta\":\"NO\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Work_without_a_word_is_asked_about_once_more_without_tools()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Tools.Add("look", static (_, _) => ValueTask.FromResult(ToolResult.Text("seen")));
        fixture.Model.Calls(("c1", "look", "{}")).Says("").Says("I looked.");
        await fixture.SendAsync("look", "r1");
        await fixture.EndOfAsync("r1");

        Assert.Equal(ToolChoiceMode.None, fixture.Model.Requests.Last().ToolChoice.Mode);
        Assert.Equal("I looked.", (await fixture.Runtime.FindAsync("r1", default))!.Run.Outcome!.Reply);
    }

    [Fact]
    public async Task Who_still_says_nothing_gets_a_fixed_sentence()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Tools.Add("look", static (_, _) => ValueTask.FromResult(ToolResult.Text("seen")));
        fixture.Model.Calls(("c1", "look", "{}")).Says("").Calls(("c2", "look", "{}"));
        await fixture.SendAsync("look", "r1");
        await fixture.EndOfAsync("r1");

        Assert.Equal(3, fixture.Model.Requests.Count);
        Assert.StartsWith("It is done.", (await fixture.Runtime.FindAsync("r1", default))!.Run.Outcome!.Reply, StringComparison.Ordinal);
    }

    private static string TextOf(GatewayEvent one) => Encoding.UTF8.GetString(one.Payload.Span);
}

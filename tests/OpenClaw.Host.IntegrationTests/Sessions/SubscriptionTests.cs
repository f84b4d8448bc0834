using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Host.Events;
using OpenClaw.Host.IntegrationTests.Conformance;
using OpenClaw.Host.IntegrationTests.Gateway;

namespace OpenClaw.Host.IntegrationTests.Sessions;

/// <summary>Who hears of sessions, and for how long.</summary>
public sealed class SubscriptionTests
{
    private const string Inject =
        """{"type":"req","id":"in","method":"chat.inject","params":{"sessionKey":"main","message":"a note"}}""";

    [Fact]
    public async Task Messages_reach_those_who_named_the_session_until_they_take_it_back()
    {
        await using var gateway = await ConformanceGateway.StartAsync();
        await gateway.HaveSaidAsync(["hello"]);
        var (client, _) = await gateway.Gateway.ConnectAsync();
        await using var closing = client;

        var other = await AskAsync(client, "s1", "sessions.messages.subscribe", """{"key":"other"}""");
        Assert.Equal("agent:main:other", other.GetProperty("key").GetString());
        Assert.DoesNotContain("session.message", await EventsUntilAnswerAsync(client, Inject));
        await AskAsync(client, "s2", "sessions.messages.subscribe", """{"key":"main"}""");
        Assert.Contains("session.message", await EventsUntilAnswerAsync(client, Inject));
        await AskAsync(client, "s3", "sessions.messages.unsubscribe", """{"key":"main"}""");
        Assert.DoesNotContain("session.message", await EventsUntilAnswerAsync(client, Inject));
    }

    [Fact]
    [Trait("Threat", "WS-26")]
    public async Task A_connection_names_so_many_sessions_and_no_more_and_only_with_the_scope()
    {
        await using var gateway = await ConformanceGateway.StartAsync();
        var (client, _) = await gateway.Gateway.ConnectAsync();
        await using var closing = client;
        for (var i = 0; i < SessionSubscriptions.MaxSessionsPerConnection; i++)
            await AskAsync(client, $"s{i}", "sessions.messages.subscribe", $$"""{"key":"k{{i}}"}""");

        await client.SendAsync("""{"type":"req","id":"more","method":"sessions.messages.subscribe","params":{"key":"more"}}""");
        var refused = await client.ReceiveAnswerAsync("more");
        var again = await AskAsync(client, "again", "sessions.messages.subscribe", """{"key":"k0"}""");
        var (stranger, _) = await gateway.Gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, scopes: """["operator.pairing"]"""));
        await using var closingStranger = stranger;
        await stranger.SendAsync("""{"type":"req","id":"no","method":"sessions.subscribe","params":{}}""");

        Assert.False(refused.GetProperty("ok").GetBoolean());
        Assert.True(again.GetProperty("subscribed").GetBoolean());
        Assert.Equal("FORBIDDEN", (await stranger.ReceiveAnswerAsync("no")).GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    [Trait("Threat", "WS-14")]
    public async Task What_a_connection_listened_to_goes_with_it()
    {
        await using var gateway = await ConformanceGateway.StartAsync();
        var subscriptions = gateway.Gateway.Services.GetRequiredService<SessionSubscriptions>();
        var (client, _) = await gateway.Gateway.ConnectAsync();
        await AskAsync(client, "s1", "sessions.subscribe", "{}");
        var connection = Assert.Single(gateway.Gateway.Connections.ToArray());
        Assert.True(subscriptions.AnyOfTheList);

        await client.DisposeAsync();
        await connection.Ended.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.False(subscriptions.AnyOfTheList);
    }

    [Fact]
    public async Task Runs_of_other_sessions_are_kept_from_clients_that_want_only_their_own()
    {
        await using var gateway = await ConformanceGateway.StartAsync();
        await gateway.HaveSaidAsync(["hello"]);
        var (client, _) = await gateway.Gateway.ConnectAsync(
            Connects.Request(Connects.TokenAuth).Replace("\"caps\":[]", "\"caps\":[\"session-scoped-events\"]", StringComparison.Ordinal));
        await using var closing = client;

        Assert.DoesNotContain("chat", await EventsUntilAnswerAsync(client, Inject));
        await AskAsync(client, "s1", "sessions.messages.subscribe", """{"key":"main"}""");
        Assert.Contains("chat", await EventsUntilAnswerAsync(client, Inject));
    }

    private static async Task<JsonElement> AskAsync(FrameClient client, string id, string method, string parameters)
    {
        await client.SendAsync($$$"""{"type":"req","id":"{{{id}}}","method":"{{{method}}}","params":{{{parameters}}}}""");
        var answer = await client.ReceiveAnswerAsync(id);
        Assert.True(answer.GetProperty("ok").GetBoolean(), answer.ToString());
        return answer.GetProperty("payload");
    }

    /// <summary>What a note brings: everything about it is told before its answer is.</summary>
    private static async Task<IReadOnlyList<string>> EventsUntilAnswerAsync(FrameClient client, string request)
    {
        await client.SendAsync(request);
        var events = new List<string>();
        while (true)
        {
            var frame = await client.ReceiveFrameAsync();
            if (frame.GetProperty("type").GetString() == "res")
                return events;
            events.Add(frame.GetProperty("event").GetString()!);
        }
    }
}

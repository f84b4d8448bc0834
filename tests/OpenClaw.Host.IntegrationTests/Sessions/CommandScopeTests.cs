using System.Text.Json;
using OpenClaw.Host.IntegrationTests.Conformance;
using OpenClaw.Host.IntegrationTests.Gateway;

namespace OpenClaw.Host.IntegrationTests.Sessions;

public sealed class CommandScopeTests
{
    [Theory]
    [InlineData("/new")]
    [InlineData("/reset and go on")]
    public async Task Who_may_only_write_cannot_empty_a_conversation_with_a_command(string command)
    {
        await using var gateway = await ConformanceGateway.StartAsync();
        await gateway.HaveSaidAsync(["hello"]);
        var (client, _) = await gateway.Gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, scopes: """["operator.write"]"""));
        await using var closing = client;

        var refused = await AskAsync(client, "c1", "chat.send", $$"""{"sessionKey":"main","message":"{{command}}","idempotencyKey":"c1"}""");
        var history = await AskAsync(client, "h1", "chat.history", """{"sessionKey":"main"}""");

        Assert.Equal("MISSING_SCOPE", refused.GetProperty("error").GetProperty("details").GetProperty("code").GetString());
        Assert.Equal(2, history.GetProperty("payload").GetProperty("messages").GetArrayLength());
    }

    [Fact]
    [Trait("Threat", "WS-32")]
    public async Task A_command_under_the_key_of_another_request_is_refused_and_a_repeated_one_is_not()
    {
        await using var gateway = await ConformanceGateway.StartAsync();
        var (client, _) = await gateway.Gateway.ConnectAsync(Connects.Request(Connects.TokenAuth));
        await using var closing = client;
        foreach (var (id, message) in new[] { ("k1", "/help"), ("k1", "/help"), ("k2", "/new hello"), ("k2", "/new hello") })
        {
            Assert.True((await SayAsync(id, message)).GetProperty("ok").GetBoolean());
        }

        foreach (var (id, message) in new[] { ("k1", "/whoami"), ("k1", "/new"), ("k2", "/new goodbye") })
        {
            var refused = await SayAsync(id, message);
            Assert.Contains("already used for a different request", refused.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        }

        Task<JsonElement> SayAsync(string key, string message) =>
            AskAsync(client, $"{key} {Guid.NewGuid()}", "chat.send", $$"""{"sessionKey":"main","message":"{{message}}","idempotencyKey":"{{key}}"}""");
    }

    private static async Task<JsonElement> AskAsync(FrameClient client, string id, string method, string parameters)
    {
        await client.SendAsync($$$"""{"type":"req","id":"{{{id}}}","method":"{{{method}}}","params":{{{parameters}}}}""");
        return await client.ReceiveAnswerAsync(id);
    }
}

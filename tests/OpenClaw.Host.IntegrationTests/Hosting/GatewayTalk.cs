using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Client.Notices;

namespace OpenClaw.Host.IntegrationTests.Hosting;

/// <summary>One client of a gateway under test, with the few things these tests say to it.</summary>
internal sealed class GatewayTalk : IAsyncDisposable
{
    private readonly GatewayClient _client;
    private readonly GatewaySubscription _notices;
    private readonly IAsyncEnumerator<GatewayNotice> _reader;
    private readonly CancellationTokenSource _patience = new(OpenClawProcess.Patience);

    public GatewayTalk(GatewayClient client)
    {
        _client = client;
        _notices = client.Subscribe();
        _reader = _notices.GetAsyncEnumerator(_patience.Token);
    }

    public Task<JsonElement> AskAsync(string method, JsonObject? parameters = null) =>
        _client.RequestAsync(method, parameters is null ? default : JsonElement.Parse(parameters.ToJsonString()));

    /// <returns>The status in the answer.</returns>
    public async Task<string?> SendAsync(string message, string runId)
    {
        var answer = await AskAsync(
            "chat.send", new JsonObject { ["sessionKey"] = "main", ["message"] = message, ["idempotencyKey"] = runId });
        Assert.Equal(runId, answer.GetProperty("runId").GetString());
        return answer.GetProperty("status").GetString();
    }

    /// <summary>Reads on until the run says this, and returns it.</summary>
    public async Task<JsonElement> ChatAsync(string runId, string state)
    {
        var found = await UntilAsync(notice => notice is GatewayEvent { Name: "chat" } chat
            && chat.Payload.GetProperty("runId").GetString() == runId
            && chat.Payload.GetProperty("state").GetString() == state);
        return ((GatewayEvent)found).Payload;
    }

    /// <summary>Sends a message and returns the text of its answer.</summary>
    public async Task<string> ConverseAsync(string message, string runId)
    {
        await SendAsync(message, runId);
        return TextOf((await ChatAsync(runId, "final")).GetProperty("message"));
    }

    public async Task<IReadOnlyList<(string Role, string Text)>> HistoryAsync()
    {
        var history = await AskAsync("chat.history", new JsonObject { ["sessionKey"] = "main" });
        return [.. history.GetProperty("messages").EnumerateArray()
            .Select(static message => (message.GetProperty("role").GetString()!, TextOf(message)))];
    }

    /// <summary>Skips notices until one matches.</summary>
    public async Task<GatewayNotice> UntilAsync(Func<GatewayNotice, bool> matches)
    {
        while (await _reader.MoveNextAsync())
        {
            if (matches(_reader.Current))
                return _reader.Current;
        }

        throw new InvalidOperationException("The client ended before the notice came.");
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _reader.DisposeAsync();
        _notices.Dispose();
        _patience.Dispose();
    }

    private static string TextOf(JsonElement message)
    {
        var content = message.GetProperty("content");
        return content.ValueKind == JsonValueKind.String
            ? content.GetString()!
            : string.Concat(content.EnumerateArray()
                .Where(static part => part.GetProperty("type").GetString() == "text")
                .Select(static part => part.GetProperty("text").GetString()));
    }
}

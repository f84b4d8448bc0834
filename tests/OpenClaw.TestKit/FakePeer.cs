using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace OpenClaw.TestKit;

/// <summary>The gateway's end of one connection.</summary>
public sealed class FakePeer(WebSocket socket, CancellationToken aborted)
{
    private const string Hello = """
        {"type":"hello-ok","protocol":4,"server":{"version":"9.9.9","connId":"c-1"},"features":{"methods":["health"],"events":["tick"]},
        "snapshot":{"presence":[],"health":{},"stateVersion":{"presence":1,"health":1},"uptimeMs":1,"appliedConfigHash":null,
        "sessionDefaults":{"defaultAgentId":"main","mainKey":"main","mainSessionKey":"agent:main:main","scope":"per-sender"}},
        "auth":{"method":"token","role":"operator","scopes":["operator.admin"]},
        "policy":{"maxPayload":26214400,"maxBufferedBytes":52428800,"tickIntervalMs":30000}}
        """;

    private readonly byte[] _buffer = new byte[256 * 1024];

    public WebSocketCloseStatus? ClosedWith => socket.CloseStatus;

    public string? CloseReason => socket.CloseStatusDescription;

    public Task ChallengeAsync() =>
        SendAsync("""{"type":"event","event":"connect.challenge","payload":{"nonce":"n-1","ts":1}}""");

    /// <summary>The whole handshake; returns what the client sent with <c>connect</c>.</summary>
    public async Task<JsonElement> AcceptAsync(string? epoch = null)
    {
        await ChallengeAsync();
        var connect = await ReadAsync();
        Assert.Equal("connect", connect.GetProperty("method").GetString());
        await RespondAsync(connect, epoch is null ? Hello : Hello.Replace("[\"tick\"]", $"[\"tick\"],\"capabilities\":[\"event-resume:{epoch}\"]", StringComparison.Ordinal));
        return connect.GetProperty("params");
    }

    public async Task RefuseAsync(string error)
    {
        await ChallengeAsync();
        var connect = await ReadAsync();
        await SendAsync($$"""{"type":"res","id":{{connect.GetProperty("id").GetRawText()}},"ok":false,"error":{{error}}}""");
        await CloseAsync(1008, "refused");
    }

    /// <summary>The next frame of the client; throws at the end of the connection.</summary>
    public async Task<JsonElement> ReadAsync()
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(_buffer.AsMemory(length), aborted);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return JsonElement.Parse(_buffer.AsSpan(0, length));
            }
        }
    }

    /// <summary>Reads on until the client closes.</summary>
    public async Task WaitForCloseAsync()
    {
        try
        {
            while (true)
            {
                await ReadAsync();
            }
        }
        catch (WebSocketException)
        {
            // The close that was waited for.
        }
    }

    public Task RespondAsync(JsonElement request, string payload) =>
        SendAsync($$"""{"type":"res","id":{{request.GetProperty("id").GetRawText()}},"ok":true,"payload":{{payload}}}""");

    public Task FailAsync(JsonElement request, string error, string? payload = null) =>
        SendAsync($$"""{"type":"res","id":{{request.GetProperty("id").GetRawText()}},"ok":false{{(payload is null ? "" : $",\"payload\":{payload}")}},"error":{{error}}}""");

    public Task EventAsync(string name, long seq, string payload = "{}") =>
        SendAsync($$"""{"type":"event","event":"{{name}}","payload":{{payload}},"seq":{{seq}}}""");

    public Task SendAsync(string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, aborted);

    public Task CloseAsync(int code, string reason) => socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, aborted);

    public void Abort() => socket.Abort();
}

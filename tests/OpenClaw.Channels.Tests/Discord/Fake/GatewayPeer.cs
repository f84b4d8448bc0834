using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace OpenClaw.Channels.Tests.Discord.Fake;

/// <summary>One connection of a bot to the gateway, from Discord's side.</summary>
internal sealed class GatewayPeer(WebSocket socket, string path)
{
    private readonly Channel<byte[]> _out = Channel.CreateUnbounded<byte[]>();
    private readonly CancellationTokenSource _cut = new();

    public string Path => path;

    public void Send(JsonObject frame) => SendRaw(frame.ToJsonString());

    public void SendRaw(string text) => _out.Writer.TryWrite(Encoding.UTF8.GetBytes(text));

    /// <summary>Ends the connection without a word.</summary>
    public void Cut() => _cut.Cancel();

    public async Task CloseAsync(int code)
    {
        try
        {
            await Task.Delay(20);
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, "", CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The bot was faster.
        }
    }

    /// <summary>Hands each frame of the bot's over until the connection ends.</summary>
    public async Task RunAsync(Func<GatewayPeer, JsonObject, Task> received)
    {
        var sending = SendAllAsync();
        var buffer = new byte[8192];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(length), _cut.Token);
                    length += part.Count;
                }
                while (!part.EndOfMessage && length < buffer.Length);
                if (part.MessageType == WebSocketMessageType.Close)
                    break;
                if (length > 4096)
                    await CloseAsync(4002);
                else
                    await received(this, JsonNode.Parse(buffer.AsSpan(0, length))!.AsObject());
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            // Cut.
        }

        _out.Writer.TryComplete();
        socket.Abort();
        await sending;
    }

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (var frame in _out.Reader.ReadAllAsync(_cut.Token))
                await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, _cut.Token);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut.
        }
    }
}

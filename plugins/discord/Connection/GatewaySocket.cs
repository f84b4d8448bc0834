using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Connection;

/// <summary>The socket: whole frames in, whole frames out. One reader; any number of writers.</summary>
internal sealed class GatewaySocket(ClientWebSocket socket, TimeProvider time) : IAsyncDisposable
{
    private const int LargestFrame = 16 * 1024 * 1024;
    private const int KeptBuffer = 1024 * 1024;
    private const int LargestPayload = 4096;

    // Discord takes 120 in a minute; the rest is for heartbeats, which do not wait.
    private readonly Pace _pace = new(110, TimeSpan.FromMinutes(1), time);
    private readonly SemaphoreSlim _sending = new(1);
    private ArrayBufferWriter<byte> _buffer = new(16 * 1024);

    /// <summary>The number with which the other side hung up.</summary>
    public int? CloseCode => (int?)socket.CloseStatus;

    public static async Task<GatewaySocket> ConnectAsync(Uri address, HttpMessageInvoker http, TimeProvider time, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            // Notices a dead line; whether Discord still listens is told by its own heartbeats.
            socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(20);
            await socket.ConnectAsync(address, http, cancellationToken);
            return new GatewaySocket(socket, time);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <returns>The next frame; nothing when the other side hung up; one without an operation where it cannot be read.</returns>
    /// <exception cref="WebSocketException">The connection was cut.</exception>
    public async Task<GatewayFrame?> ReceiveAsync(CancellationToken cancellationToken)
    {
        if (_buffer.Capacity > KeptBuffer)
            _buffer = new ArrayBufferWriter<byte>(16 * 1024);
        _buffer.ResetWrittenCount();
        while (true)
        {
            var part = await socket.ReceiveAsync(_buffer.GetMemory(4096), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            _buffer.Advance(part.Count);
            if (_buffer.WrittenCount > LargestFrame)
                throw new WebSocketException(WebSocketError.Faulted, "A frame is larger than any of Discord's.");
            if (part.EndOfMessage)
                return Read(_buffer.WrittenSpan);
        }
    }

    public async Task SendAsync(JsonObject frame, bool isHeartbeat, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(frame.ToJsonString());
        if (bytes.Length > LargestPayload)
            throw new InvalidOperationException($"A frame of {bytes.Length} bytes would be refused; {LargestPayload} are taken.");
        if (!isHeartbeat)
            await _pace.WaitAsync(cancellationToken);
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Hangs up without a word: the session stays.</summary>
    public void Abort() => socket.Abort();

    /// <summary>Hangs up so that the session stays and Discord knows that nobody listens.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (socket.State == WebSocketState.Open)
                await socket.CloseOutputAsync((WebSocketCloseStatus)CloseCodes.KeepSession, "going", cancellationToken);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // It is gone in any case.
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        _sending.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static GatewayFrame Read(ReadOnlySpan<byte> frame)
    {
        try
        {
            return JsonSerializer.Deserialize(frame, DiscordJson.Default.GatewayFrame) ?? new GatewayFrame();
        }
        catch (JsonException)
        {
            return new GatewayFrame();
        }
    }
}

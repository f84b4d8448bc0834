using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>
/// A WebSocket client without manners: it speaks TCP, so that a test can send any bytes, stop reading, and see every control
/// frame and close code as it came.
/// </summary>
internal sealed class FrameClient : IAsyncDisposable
{
    public const int Text = 1;
    public const int Binary = 2;
    public const int Continuation = 0;
    public const int CloseOpcode = 8;
    public const int Ping = 9;
    public const int Pong = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpClient _tcp;
    private readonly NetworkStream _stream;

    private FrameClient(TcpClient tcp)
    {
        _tcp = tcp;
        _stream = tcp.GetStream();
    }

    /// <summary>Status of the answer to the upgrade; 101 when the socket is open.</summary>
    public int Status { get; private set; }

    /// <summary>What the gateway challenged this socket with.</summary>
    public string Nonce { get; set; } = "";

    public long ChallengedAt { get; set; }

    /// <summary>Events that came while an answer was awaited, for tests that want them afterwards.</summary>
    public List<JsonElement> PassedOver { get; } = [];

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body of a refused upgrade.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Whether pings are answered; pings are then not reported.</summary>
    public bool AnswersPings { get; set; } = true;

    public static async Task<FrameClient> OpenAsync(int port, string path = "/", string host = "127.0.0.1", params string[] headers)
    {
        var tcp = new TcpClient(AddressFamily.InterNetwork) { NoDelay = true };
        await tcp.ConnectAsync(IPAddress.Loopback, port);
        var client = new FrameClient(tcp);
        var request = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\n")
            .Append("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n")
            .Append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        foreach (var header in headers)
        {
            request.Append(header).Append("\r\n");
        }

        await client._stream.WriteAsync(Encoding.ASCII.GetBytes(request.Append("\r\n").ToString()));
        await client.ReadAnswerAsync();
        return client;
    }

    public Task SendAsync(string text) => SendFrameAsync(Text, Encoding.UTF8.GetBytes(text));

    public async Task SendFrameAsync(int opcode, ReadOnlyMemory<byte> payload, bool final = true, bool masked = true, int reserved = 0)
    {
        var header = new byte[14];
        header[0] = (byte)((final ? 0x80 : 0) | reserved | opcode);
        var length = 2;
        switch (payload.Length)
        {
            case < 126:
                header[1] = (byte)payload.Length;
                break;
            case <= ushort.MaxValue:
                header[1] = 126;
                BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)payload.Length);
                length = 4;
                break;
            default:
                header[1] = 127;
                BinaryPrimitives.WriteUInt64BigEndian(header.AsSpan(2), (ulong)payload.Length);
                length = 10;
                break;
        }

        if (masked)
        {
            // A mask of zeros is a mask: the payload stays as it is.
            header[1] |= 0x80;
            length += 4;
        }

        // In one write: the server may cut the connection as soon as it has seen a bad header.
        await SendRawAsync((byte[])[.. header.AsSpan(0, length), .. payload.Span]);
    }

    public async Task SendRawAsync(ReadOnlyMemory<byte> bytes)
    {
        using var patience = new CancellationTokenSource(Patience);
        await _stream.WriteAsync(bytes, patience.Token);
    }

    /// <summary>The next message, close, or (when they are not answered) ping.</summary>
    public async Task<ServerMessage> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                var (opcode, payload) = await ReadFrameAsync(patience.Token);
                switch (opcode)
                {
                    case CloseOpcode:
                        await TryAnswerCloseAsync(payload);
                        return new ServerMessage
                        {
                            CloseCode = payload.Length < 2 ? 1005 : BinaryPrimitives.ReadUInt16BigEndian(payload),
                            CloseReason = payload.Length < 2 ? "" : Encoding.UTF8.GetString(payload.AsSpan(2)),
                        };
                    case Ping when AnswersPings:
                        await SendFrameAsync(Pong, payload);
                        break;
                    case Ping:
                        return new ServerMessage { IsPing = true };
                    case Pong:
                        break;
                    default:
                        return new ServerMessage { Frame = JsonElement.Parse(payload) };
                }
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            return new ServerMessage { IsLost = true };
        }
    }

    /// <summary>The next frame; anything else fails the test.</summary>
    public async Task<JsonElement> ReceiveFrameAsync()
    {
        var message = await ReceiveAsync();
        return message.Frame ?? throw new InvalidOperationException($"Expected a frame, got: {message}");
    }

    /// <summary>The answer to a request; events that come before it are passed over.</summary>
    public async Task<JsonElement> ReceiveAnswerAsync(string id)
    {
        while (true)
        {
            var frame = await ReceiveFrameAsync();
            if (frame.GetProperty("type").GetString() == "res" && frame.GetProperty("id").GetString() == id)
            {
                return frame;
            }
        }
    }

    /// <summary>The next event of that name; other frames are passed over.</summary>
    public async Task<JsonElement> ReceiveEventAsync(string name)
    {
        while (true)
        {
            var frame = await ReceiveFrameAsync();
            if (frame.GetProperty("type").GetString() == "event" && frame.GetProperty("event").GetString() == name)
            {
                return frame;
            }
        }
    }

    /// <summary>Passes over frames until the connection ends.</summary>
    public async Task<ServerMessage> ReceiveEndAsync()
    {
        while (true)
        {
            var message = await ReceiveAsync();
            if (message.Frame is null && !message.IsPing)
            {
                return message;
            }
        }
    }

    public Task CloseAsync(int code = 1000)
    {
        var payload = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)code);
        return SendFrameAsync(CloseOpcode, payload);
    }

    public ValueTask DisposeAsync()
    {
        _tcp.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task TryAnswerCloseAsync(byte[] payload)
    {
        try
        {
            await SendFrameAsync(CloseOpcode, payload);
        }
        catch (IOException)
        {
            // The server did not wait for the answer.
        }
    }

    private async Task<(int Opcode, byte[] Payload)> ReadFrameAsync(CancellationToken cancellationToken)
    {
        var header = await ReadExactlyAsync(2, cancellationToken);
        long length = header[1] & 0x7F;
        length = length switch
        {
            126 => BinaryPrimitives.ReadUInt16BigEndian(await ReadExactlyAsync(2, cancellationToken)),
            127 => (long)BinaryPrimitives.ReadUInt64BigEndian(await ReadExactlyAsync(8, cancellationToken)),
            _ => length,
        };
        return (header[0] & 0x0F, await ReadExactlyAsync((int)length, cancellationToken));
    }

    private async Task<byte[]> ReadExactlyAsync(int count, CancellationToken cancellationToken)
    {
        var buffer = new byte[count];
        await _stream.ReadExactlyAsync(buffer, cancellationToken);
        return buffer;
    }

    private async Task ReadAnswerAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var head = new List<byte>();
        while (head.Count < 4 || !head[^4..].SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            head.AddRange(await ReadExactlyAsync(1, patience.Token));
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        foreach (var line in lines[1..])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            Headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        if (Status != 101 && Headers.TryGetValue("Content-Length", out var length))
        {
            Body = Encoding.UTF8.GetString(await ReadExactlyAsync(int.Parse(length, CultureInfo.InvariantCulture), patience.Token));
        }
    }
}

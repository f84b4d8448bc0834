using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.WhatsApp.Fake;

/// <summary>One process of the bridge, as its far end sees it.</summary>
internal sealed class FakeBridge(TcpClient client) : IDisposable
{
    private readonly NetworkStream _stream = client.GetStream();
    private readonly SemaphoreSlim _writing = new(1, 1);

    public int Pid { get; private set; }

    public bool IsOpen { get; set; }

    public int Generation { get; set; }

    public async Task RunAsync(Func<Task> greet, Func<BridgeRequest, Task> handle)
    {
        using var lines = new StreamReader(_stream, new UTF8Encoding(false), leaveOpen: true);
        Pid = int.Parse(await lines.ReadLineAsync() ?? "0", CultureInfo.InvariantCulture);
        await greet();
        while (await lines.ReadLineAsync() is { } line)
        {
            var request = JsonNode.Parse(line)!.AsObject();
            await handle(new BridgeRequest((long)request["id"]!, (string)request["op"]!, request["params"]!.AsObject()));
        }

        // Its input was closed: a bridge ends then.
        await ExitAsync(0);
    }

    public Task EventAsync(string name, JsonObject data) => LineAsync(new JsonObject { ["event"] = name, ["data"] = data });

    public Task AnswerAsync(BridgeRequest request, JsonNode? result) => LineAsync(new JsonObject { ["id"] = request.Id, ["ok"] = true, ["result"] = result });

    public Task LineAsync(JsonObject line) => RawAsync(Encoding.UTF8.GetBytes(line.ToJsonString() + "\n"));

    /// <summary>Writes to the plugin whatever this is.</summary>
    public Task RawAsync(byte[] bytes) => SendAsync('o', bytes);

    public Task ErrorAsync(string line) => SendAsync('e', Encoding.UTF8.GetBytes(line + "\n"));

    public Task ExitAsync(byte code) => SendAsync('x', [code]);

    public void Dispose()
    {
        client.Dispose();
        _writing.Dispose();
    }

    private async Task SendAsync(char kind, byte[] bytes)
    {
        await _writing.WaitAsync();
        try
        {
            var head = new byte[5];
            head[0] = (byte)kind;
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(1), bytes.Length);
            await _stream.WriteAsync((byte[])[.. head, .. bytes]);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The process is gone.
        }
        finally
        {
            _writing.Release();
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace OpenClaw.Host.IntegrationTests.Gateway.Resume;

/// <summary>A wire between client and gateway that breaks after so many bytes of the gateway's, anew for each connection.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private readonly Func<int> _nextCut;
    private readonly Task _accepting;

    public CuttingProxy(int target, Func<int> nextCut)
    {
        (_target, _nextCut) = (target, nextCut);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Url => new($"ws://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public int Cuts { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    // One connection at a time, as its client has.
    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                using var gateway = new TcpClient();
                await gateway.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
                var up = PumpAsync(client.GetStream(), gateway.GetStream(), int.MaxValue);
                if (await PumpAsync(gateway.GetStream(), client.GetStream(), _nextCut()))
                {
                    Cuts++;
                }

                // Without a word, as a phone does that loses its network.
                client.LingerState = new LingerOption(true, 0);
                gateway.LingerState = new LingerOption(true, 0);
                client.Close();
                gateway.Close();
                await up;
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    /// <returns>True when it stopped because of the cut.</returns>
    private async Task<bool> PumpAsync(NetworkStream from, NetworkStream to, int bytes)
    {
        var buffer = new byte[4096];
        try
        {
            while (bytes > 0)
            {
                var read = await from.ReadAsync(buffer.AsMemory(0, Math.Min(bytes, buffer.Length)), _stop.Token);
                if (read == 0)
                {
                    return false;
                }

                await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
                bytes -= read;
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            return false;
        }
    }
}

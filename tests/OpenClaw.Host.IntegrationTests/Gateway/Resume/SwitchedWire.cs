using System.Net;
using System.Net.Sockets;

namespace OpenClaw.Host.IntegrationTests.Gateway.Resume;

/// <summary>A wire that leads wherever it is told to at the moment of each connection.</summary>
internal sealed class SwitchedWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<int> _target;
    private readonly Task _accepting;
    private volatile TcpClient? _gateway;

    public SwitchedWire(Func<int> target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Url => new($"ws://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public void Cut() => _gateway?.Close();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                using var gateway = new TcpClient();
                await gateway.ConnectAsync(IPAddress.Loopback, _target(), _stop.Token);
                _gateway = gateway;
                var (up, down) = (CopyAsync(client, gateway), CopyAsync(gateway, client));
                await Task.WhenAny(up, down);
                client.Close();
                gateway.Close();
                await Task.WhenAll(up, down);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream(), _stop.Token);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // One of the two ends is gone; so is the wire.
        }
    }
}

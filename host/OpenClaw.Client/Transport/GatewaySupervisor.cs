using OpenClaw.Client.Notices;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Client.Transport;

/// <summary>Keeps one connection alive: notices its end, says so, and dials again until there is no point in it.</summary>
internal sealed class GatewaySupervisor(GatewayDialer dialer, NoticeHub hub, TimeProvider time, bool reconnect) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ReconnectDelays _delays = new();
    private volatile GatewayConnection? _current;
    private Task _running = Task.CompletedTask;
    private int _started;

    public GatewayConnection? Current => _current;

    public async Task<HelloOk> StartAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            throw new InvalidOperationException("The client is connected already; make a new one for a second connection.");
        }

        try
        {
            var connection = await dialer.DialAsync(resume: null, cancellationToken);
            _current = connection;
            connection.Begin();
            _running = Task.Run(() => RunAsync(connection), CancellationToken.None);
            return connection.Hello;
        }
        catch
        {
            // A refused first attempt leaves the client as it was, so that the caller can try again.
            Volatile.Write(ref _started, 0);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        await _running;
        hub.Complete();
        _stop.Dispose();
    }

    private async Task RunAsync(GatewayConnection? connection)
    {
        while (connection is not null)
        {
            if (await WaitForEndAsync(connection) is not { } end)
            {
                break;
            }

            hub.Publish(new GatewayDisconnected(end.CloseCode, end.CloseReason));
            connection = reconnect ? await DialAgainAsync(connection.ResumeFrom) : null;
        }

        hub.Complete();
    }

    /// <summary>How the connection ended; null when it was this side that wanted to stop.</summary>
    private async Task<ConnectionEnd?> WaitForEndAsync(GatewayConnection connection)
    {
        await using (connection)
        {
            try
            {
                return await connection.Completion.WaitAsync(_stop.Token);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
            finally
            {
                _current = null;
            }
        }
    }

    private async Task<GatewayConnection?> DialAgainAsync(ResumePoint? resume)
    {
        var delay = _delays.Next();
        while (true)
        {
            try
            {
                await Task.Delay(delay, time, _stop.Token);
                var connection = await dialer.DialAsync(resume, _stop.Token);
                _delays.Reset();
                _current = connection;
                hub.Publish(new GatewayConnected(connection.Hello));
                if (resume is not null && connection.ResumeFrom is null)
                {
                    hub.Publish(new ResumeGap(ResumeGapReasons.Unsupported));
                }

                connection.Begin();
                return connection;
            }
            catch (GatewayConnectException error)
            {
                delay = error.RetryAfter ?? _delays.Next();
                hub.Publish(new ReconnectFailed(error, error.IsTransient ? delay : null));
                if (!error.IsTransient)
                {
                    return null;
                }
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }
    }
}

using System.Diagnostics;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Events;
using OpenClaw.Host.Gateway.Connections;
using OpenClaw.Host.Gateway.Listening;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Host.Gateway;

/// <summary>Takes leave of every connection before the listener goes down. Runs by itself when the host stops.</summary>
internal sealed partial class GatewayShutdown(
    HostLifecycle lifecycle, RestartSignal restart, IEventPublisher events, ConnectionRegistry connections, OpenSockets sockets,
    ListenerConnections listener, GatewayOptions options, TimeProvider time, ILogger<GatewayShutdown> logger) : IHostedLifecycleService
{
    public static readonly CloseFrame Goodbye = new(CloseCodes.ServiceRestart, CloseCodes.ServiceRestartReason);

    private static readonly EventEntry Entry = EventCatalog.TryGet(EventNames.Shutdown, out var entry) ? entry : throw new UnreachableException();

    private readonly Lock _gate = new();
    private volatile GatewayEvent? _announced;
    private Task? _leaving;
    private ITimer? _cutOff;

    /// <summary>Announces the end, closes every connection and waits for what they still run. Only the first call acts.</summary>
    /// <param name="reason">What clients are told; see <see cref="ShutdownEvent"/>.</param>
    /// <param name="restartExpectedMs">When they may expect the gateway back; null when it stays away.</param>
    /// <param name="cancellationToken">Ends the wait, not the closing.</param>
    public Task LeaveAsync(string reason, long? restartExpectedMs, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _leaving ??= LeaveOnceAsync(reason, restartExpectedMs);
        }

        return _leaving.WaitAsync(cancellationToken);
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await (restart.IsRequested
            ? LeaveAsync(ShutdownEvent.Restarting, RestartSignal.ExpectedMs, cancellationToken)
            : LeaveAsync(ShutdownEvent.Stopping, null, cancellationToken));
        _cutOff = time.CreateTimer(
            static listener => ((ListenerConnections)listener!).AbortIdle(), listener, options.CloseGrace, Timeout.InfiniteTimeSpan);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => _cutOff?.DisposeAsync().AsTask() ?? Task.CompletedTask;

    /// <summary>Takes leave of a connection that was let in while the leave was being taken, and may have missed it.</summary>
    public void CatchUp(GatewayConnection connection)
    {
        if (_announced is { } announced)
        {
            connection.Deliver(announced, Entry, stateVersion: null, out _);
            connection.Close(Goodbye);
        }
    }

    private async Task LeaveOnceAsync(string reason, long? restartExpectedMs)
    {
        var announcement = Announcement(reason, restartExpectedMs);
        _announced = announcement;
        lifecycle.MarkDraining();
        events.Publish(announcement);
        await Task.Delay(options.ShutdownNotice, time);

        var open = connections.ToArray();
        Log.Closing(logger, open.Length);
        sockets.CloseAll(Goodbye);

        var ended = Task.WhenAll(open.Select(connection => connection.Ended));
        using var patience = new CancellationTokenSource(options.ShutdownGracePeriod, time);
        try
        {
            await ended.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            Log.StillRunning(logger, open.Count(connection => !connection.Ended.IsCompleted));
        }
    }

    private static GatewayEvent Announcement(string reason, long? restartExpectedMs) =>
        GatewayEvent.Create(
            EventNames.Shutdown,
            new ShutdownEvent { Reason = reason, RestartExpectedMs = restartExpectedMs },
            ProtocolJsonContext.Default.ShutdownEvent) with
        {
            LegacyPayload = PayloadEncoder.Encode(
                new LegacyShutdownEvent { Reason = reason, RestartExpectedMs = restartExpectedMs },
                ProtocolJsonContext.Default.LegacyShutdownEvent),
        };

    private static partial class Log
    {
        [LoggerMessage(1040, LogLevel.Information, "Closing {Count} connections.")]
        public static partial void Closing(ILogger logger, int count);

        [LoggerMessage(1041, LogLevel.Warning, "{Count} connections still had work under way when the grace period ended.")]
        public static partial void StillRunning(ILogger logger, int count);
    }
}

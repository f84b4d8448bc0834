namespace OpenClaw.Client.Notices;

/// <summary>A handler at work on a subscription. Disposing it waits for the call in progress.</summary>
public sealed class GatewayHandler : IAsyncDisposable
{
    private readonly GatewaySubscription _subscription;
    private readonly CancellationTokenSource _stop = new();

    internal GatewayHandler(GatewaySubscription subscription, Func<GatewayNotice, CancellationToken, ValueTask> handler)
    {
        _subscription = subscription;
        Completion = Task.Run(() => RunAsync(handler));
    }

    /// <summary>Ends with the client or this object, or fails with what the handler threw.</summary>
    public Task Completion { get; }

    /// <summary>Notices lost because the handler was too slow.</summary>
    public long Dropped => _subscription.Dropped;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _subscription.Dispose();
        await _stop.CancelAsync();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task RunAsync(Func<GatewayNotice, CancellationToken, ValueTask> handler)
    {
        await foreach (var notice in _subscription.WithCancellation(_stop.Token))
        {
            await handler(notice, _stop.Token);
        }
    }
}

using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Storage.Watching;

namespace OpenClaw.Host.Configuration.Reload;

/// <summary>Follows the configuration file while the gateway serves. Nothing that stands in it can end the gateway.</summary>
internal sealed class ConfigReloader(
    StatePaths paths, ConfigSource source, ConfigActivation activation, IHostApplicationLifetime lifetime, TimeProvider time, ReloadLog log) : IHostedService, IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan LongestBurst = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(10);

    private readonly QuietSignal _changes = new(time);
    private readonly CancellationTokenSource _stop = new();
    private Task _following = Task.CompletedTask;
    private bool _isDisposed;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The start itself does not wait for any of this.
        lifetime.ApplicationStarted.Register(() => _following = Task.Run(() => FollowAsync(_stop.Token)));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _following;
    }

    // A host that is given up without a stop must not leave this behind.
    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            await StopAsync(CancellationToken.None);
        }

        Dispose();
    }

    /// <summary>Reads the file as if it had just changed.</summary>
    public void Reread()
    {
        source.Known.Forget();
        _changes.Raise();
    }

    public void Dispose()
    {
        _isDisposed = true;
        _stop.Dispose();
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        using var watch = new ConfigFileWatch(paths.ConfigFile, _changes.Raise, log);
        var kept = new ConfigLastGood(paths.ConfigFile, log);
        source.Changed += _changes.Raise;
        try
        {
            // What changed between the load at the start and now counts too.
            _changes.Raise();
            while (true)
            {
                if (!watch.Arm())
                {
                    _ = Task.Delay(RetryPause, time, cancellationToken).ContinueWith(_ => _changes.Raise(), TaskContinuationOptions.OnlyOnRanToCompletion);
                }

                await _changes.WaitAsync(() => source.Current.Gateway.Reload.Debounce, LongestBurst, cancellationToken);
                await LookAsync(cancellationToken);
                await kept.KeepAsync(source.Latest, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The gateway stops.
        }
        finally
        {
            source.Changed -= _changes.Raise;
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var content = await SettledFile.ReadAsync(paths.ConfigFile, time, cancellationToken);
            if (content is null)
            {
                _changes.Raise();
            }

            // A file that is gone is about to come back, or the gateway goes on without.
            if (content is { Exists: true } && !source.Known.Is(content.Bytes))
            {
                await TakeAsync(content, cancellationToken);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The border of a background loop.
            log.Failed(error);
        }
    }

    private async Task TakeAsync(ConfigFileContent content, CancellationToken cancellationToken)
    {
        var found = new ConfigPipeline(paths, Environment.GetEnvironmentVariable, source.Overrides).Run(content);
        if (!found.IsValid)
        {
            activation.Refuse(found);
            return;
        }

        var hashes = await ConfigHash.OpenAsync(paths, cancellationToken);
        activation.Activate(found, hashes.Compute(found.Bytes.Span));
    }
}

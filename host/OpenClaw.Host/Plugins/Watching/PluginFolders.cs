using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Storage.Watching;

namespace OpenClaw.Host.Plugins.Watching;

/// <summary>Follows the folders of plugins while the gateway serves: what was put there, replaced or taken away has its effect by itself.</summary>
internal sealed partial class PluginFolders(
    PluginReload reload, IConfigSource configuration, StatePaths paths, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<PluginFolders> logger)
    : IHostedService, IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestBurst = TimeSpan.FromSeconds(10);

    private readonly QuietSignal _changes = new(time);
    private readonly CancellationTokenSource _stop = new();
    private Task _following = Task.CompletedTask;
    private bool _isDisposed;
    private volatile string[] _watched = [];

    private string[] Roots => [.. reload.Selection.Roots.Where(static root => root.Origin != PluginOrigin.Shipped).Select(static root => root.Path)];

    public Task StartAsync(CancellationToken cancellationToken)
    {
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

    /// <summary>Looks at the folders as if something had changed in them.</summary>
    public void Rescan() => _changes.Raise();

    public void Dispose()
    {
        _isDisposed = true;
        _stop.Dispose();
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        using var watch = new PluginRootsWatch(_changes.Raise, LogUnwatched);
        Prepare();
        configuration.Changed += FollowPaths;
        try
        {
            while (true)
            {
                watch.Arm(_watched = Roots);
                await _changes.WaitAsync(static () => Quiet, LongestBurst, cancellationToken);
                await LookAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The gateway stops.
        }
        finally
        {
            configuration.Changed -= FollowPaths;
        }
    }

    // People drop plugins in here, so it is there before the first one.
    private void Prepare()
    {
        try
        {
            StatePaths.CreatePrivate(paths.PluginsDirectory);
        }
        catch (StorageException error)
        {
            LogUnwatched(paths.PluginsDirectory, error.Message);
        }
    }

    private void FollowPaths()
    {
        if (!Roots.SequenceEqual(_watched, StringComparer.Ordinal))
        {
            _changes.Raise();
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        if (configuration.Current.Gateway.Reload.Mode == ReloadMode.Off)
        {
            return;
        }

        try
        {
            var changes = await reload.ApplyAsync([], cancellationToken);
            if (changes.Any(static change => change.Action != PluginAction.Keep))
            {
                LogFollowed(string.Join(", ", changes.Where(static change => change.Action != PluginAction.Keep).Select(static change => change.Id)));
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The border of a background loop: the plugins stay as they are until the next change.
            LogFailed(error);
        }
    }

    [LoggerMessage(2022, LogLevel.Information, "Plugin folders changed: {Plugins}.")]
    private partial void LogFollowed(string plugins);

    [LoggerMessage(2023, LogLevel.Error, "The plugins could not follow a change of their folders; they stay as they are.")]
    private partial void LogFailed(Exception error);

    [LoggerMessage(2024, LogLevel.Warning, "Changes in {Folder} are not noticed ({Reason}); use openclaw plugins reload.")]
    private partial void LogUnwatched(string folder, string reason);
}

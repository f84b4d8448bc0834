using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Plugins.Crashes;
using OpenClaw.Host.Plugins.Packages.Install;
using OpenClaw.Host.Plugins.Surfaces;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Ties the plugins to the life of the process, and keeps them in line with the configuration in force.</summary>
internal sealed partial class PluginHostService(
    PluginHost plugins, PluginReload reload, InstallRecovery recovery, IConfigSource configuration, PluginsMetrics metrics, GatewayHooks hooks,
    PluginEnvironment environment, SafeMode safeMode, ILogger<PluginHostService> logger) : IHostedService, IDisposable
{
    private readonly SemaphoreSlim _signal = new(0);
    private readonly CancellationTokenSource _stop = new();
    private Task _following = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        metrics.Watch(plugins, environment.Refusals);
        safeMode.Begin(environment);
        await recovery.RunAsync();
        await plugins.StartAsync(reload.Selection, cancellationToken);
        configuration.Changed += Follow;
        environment.Quarantine.Due += Pass;
        _following = FollowAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        configuration.Changed -= Follow;
        environment.Quarantine.Due -= Pass;
        await _stop.CancelAsync();
        await _following;
        await hooks.StoppingAsync();
        await plugins.StopAsync();
        environment.Marker.Close();
    }

    public void Dispose()
    {
        _signal.Dispose();
        _stop.Dispose();
    }

    // Several changes while one is carried out are followed by one more pass.
    private void Follow()
    {
        // Switched off, nothing follows by itself; what is in force then has no other plugins anyway.
        if (configuration.Current.Gateway.Reload.Mode != ReloadMode.Off)
            Pass();
    }

    private void Pass()
    {
        if (_signal.CurrentCount == 0)
            _signal.Release();
    }

    private async Task FollowAsync()
    {
        while (true)
        {
            try
            {
                await _signal.WaitAsync(_stop.Token);
                await reload.ApplyAsync([], _stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The border of a background loop: the plugins stay as they are until the next change.
                LogFailed(logger, exception);
            }
        }
    }

    [LoggerMessage(2012, LogLevel.Error, "The plugins could not follow a change of the configuration; they stay as they are.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

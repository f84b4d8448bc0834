namespace OpenClaw.Plugins;

/// <summary>A part of a plugin that runs as long as the plugin does.</summary>
public interface IPluginService
{
    /// <summary>Starts. Must return once started; long work goes to <see cref="IPluginScope.Run"/>. The host waits 30 seconds at most.</summary>
    /// <param name="cancellationToken">Cancelled when the host gives up waiting.</param>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Stops. The host waits 10 seconds at most.</summary>
    /// <param name="cancellationToken">Cancelled when the host gives up waiting.</param>
    Task StopAsync(CancellationToken cancellationToken);
}

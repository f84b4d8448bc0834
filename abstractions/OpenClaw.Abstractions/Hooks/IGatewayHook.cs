namespace OpenClaw.Hooks;

/// <summary>Is told about the life of the gateway.</summary>
public interface IGatewayHook : IPluginHook
{
    /// <summary>The gateway has started and takes requests. Not called for a plugin that comes later.</summary>
    /// <param name="cancellationToken">Ends with the hook's time or the plugin.</param>
    Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The gateway takes no more requests and is about to stop; plugins still run.</summary>
    /// <param name="cancellationToken">Ends with the hook's time or the plugin.</param>
    Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

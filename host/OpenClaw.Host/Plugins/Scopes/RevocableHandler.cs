using OpenClaw.Plugins;

namespace OpenClaw.Host.Plugins.Scopes;

/// <summary>Stands before the network in a plugin's HTTP client: nothing is sent once the plugin has stopped.</summary>
internal sealed class RevocableHandler(HttpMessageHandler inner, string pluginId, CancellationToken revoked) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (revoked.IsCancellationRequested)
            throw new PluginStoppedException($"Plugin {pluginId} has stopped and cannot send a request to {request.RequestUri?.Host}.");
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, revoked);
        return await base.SendAsync(request, linked.Token);
    }
}

namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>Finds the plugin behind a method that the gateway itself does not have; it says which scope is needed.</summary>
internal sealed class PluginMethodFilter(PluginMethods methods) : IRequestFilter
{
    public ValueTask InvokeAsync(GatewayRequest request, RequestStep next, CancellationToken cancellationToken)
    {
        if (!methods.MayBring(request))
            return next(request, cancellationToken);
        return FindAsync(request, next, cancellationToken);
    }

    private async ValueTask FindAsync(GatewayRequest request, RequestStep next, CancellationToken cancellationToken)
    {
        request.PluginMethod = await methods.FindAsync(request.Frame.Method, cancellationToken);
        await next(request, cancellationToken);
    }
}

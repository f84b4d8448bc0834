namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>The rest of the way of a request.</summary>
internal delegate ValueTask RequestStep(GatewayRequest request, CancellationToken cancellationToken);

/// <summary>Something every request passes. Filters are folded into one delegate when the dispatcher is made.</summary>
internal interface IRequestFilter
{
    ValueTask InvokeAsync(GatewayRequest request, RequestStep next, CancellationToken cancellationToken);
}

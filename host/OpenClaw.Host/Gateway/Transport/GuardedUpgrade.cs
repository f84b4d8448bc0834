using Microsoft.AspNetCore.Http.Features;

namespace OpenClaw.Host.Gateway.Transport;

/// <summary>Puts a <see cref="MessageLengthGuard"/> below the WebSocket that is made of a request.</summary>
internal sealed class GuardedUpgrade(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
{
    /// <summary>Present once the request has been upgraded.</summary>
    public MessageLengthGuard? Guard { get; private set; }

    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync() => Guard = new MessageLengthGuard(await inner.UpgradeAsync());
}

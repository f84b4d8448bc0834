using System.Net;

namespace OpenClaw.Host.Security.Tailscale;

/// <summary>Asks the Tailscale of this machine who an address of the tailnet belongs to.</summary>
internal interface ITailscaleWhois
{
    /// <returns>The login name; null when it does not know, or does not answer in time.</returns>
    Task<string?> FindLoginAsync(IPAddress address, CancellationToken cancellationToken);
}

namespace OpenClaw.Client.Devices;

/// <summary>
/// Keeps the tokens that gateways hand to this device. A token belongs to one gateway address: it is never offered to another, so
/// that a mistyped address or a link of a stranger does not learn it.
/// </summary>
public interface IDeviceTokenStore
{
    /// <summary>The token for a gateway, device and role; null when there is none.</summary>
    ValueTask<string?> FindAsync(Uri gateway, string deviceId, string role, CancellationToken cancellationToken);

    /// <summary>Keeps a token in place of an earlier one.</summary>
    ValueTask SaveAsync(Uri gateway, string deviceId, string role, string token, CancellationToken cancellationToken);

    /// <summary>Forgets a token that the gateway does not accept any more.</summary>
    ValueTask RemoveAsync(Uri gateway, string deviceId, string role, CancellationToken cancellationToken);
}

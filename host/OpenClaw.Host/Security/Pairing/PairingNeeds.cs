using OpenClaw.Protocol;

namespace OpenClaw.Host.Security.Pairing;

/// <summary>Compares what a device asks for with what it was approved for.</summary>
internal static class PairingNeeds
{
    public static PairingNeed Of(DeviceRecord? known, PairingRequest request) =>
        known is null || known.PublicKey != request.Device.PublicKey ? PairingNeed.NotPaired
        : !known.IsApproved(request.Role) ? PairingNeed.RoleUpgrade
        : !OperatorScopes.CoversAll(known.Scopes, request.Scopes) || known.WasDenied(request.Role, request.Scopes) ? PairingNeed.ScopeUpgrade
        : Differs(known.Platform, request.Platform) || Differs(known.DeviceFamily, request.DeviceFamily) ? PairingNeed.MetadataUpgrade
        : PairingNeed.None;

    /// <summary>A client that does not say is not a different one: the same device speaks through several programs.</summary>
    private static bool Differs(string? known, string? claimed) =>
        !string.IsNullOrWhiteSpace(known)
        && !string.IsNullOrWhiteSpace(claimed)
        && !known.Trim().Equals(claimed.Trim(), StringComparison.OrdinalIgnoreCase);
}

namespace OpenClaw.Host.Security.Pairing;

/// <summary>What a device has to be approved for before it is let in.</summary>
internal enum PairingNeed
{
    /// <summary>Nothing.</summary>
    None,
    NotPaired,
    RoleUpgrade,
    ScopeUpgrade,
    MetadataUpgrade,
}

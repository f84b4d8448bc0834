namespace OpenClaw.Host.Security.Tokens;

/// <summary>What a device token is good for.</summary>
internal enum DeviceTokenVerdict
{
    /// <summary>It is not this device's token for this role, or it was taken back.</summary>
    Wrong,

    /// <summary>It is the right token, and more is asked for than it grants.</summary>
    TooNarrow,

    Good,
}

namespace OpenClaw.Channels;

/// <summary>A step of a login.</summary>
public sealed record ChannelLoginStep
{
    /// <summary>Text to show as a QR code (ISO/IEC 18004), where the platform wants one scanned.</summary>
    public string? QrText { get; init; }

    /// <summary>A code to type on another device.</summary>
    public string? Code { get; init; }

    /// <summary>What the person should do now.</summary>
    public string? Instruction { get; init; }

    /// <summary>When this step's code stops working.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the account is linked now.</summary>
    public bool Done { get; init; }
}

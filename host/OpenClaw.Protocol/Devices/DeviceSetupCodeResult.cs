namespace OpenClaw.Protocol.Devices;

/// <summary>Answer of <c>device.pair.setupCode</c>. Its text form never shows the code.</summary>
public sealed record DeviceSetupCodeResult
{
    /// <summary>The setup.</summary>
    public required string SetupId { get; init; }

    /// <summary>The code, to be carried to the new device.</summary>
    public required string SetupCode { get; init; }

    /// <summary>When the code runs out.</summary>
    public required long ExpiresAtMs { get; init; }

    /// <summary>The address in the code.</summary>
    public required string GatewayUrl { get; init; }

    /// <summary>The kind of secret this gateway uses.</summary>
    public required string Auth { get; init; }

    /// <summary>Where the address was taken from.</summary>
    public required string UrlSource { get; init; }

    /// <summary>What the code gives: full, limited or node.</summary>
    public required string Access { get; init; }

    /// <summary>A picture of the code.</summary>
    public string? QrDataUrl { get; init; }

    /// <summary>A link to open on the new device.</summary>
    public string? JoinUrl { get; init; }

    /// <summary>Every address the gateway may be reached at.</summary>
    public IReadOnlyList<string>? GatewayUrls { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(DeviceSetupCodeResult)} {{ SetupId = {SetupId} }}";
}

namespace OpenClaw.Protocol.Connect;

/// <summary>Names of what a gateway serves.</summary>
public sealed record HelloFeatures
{
    /// <summary>Advertised methods.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>Events that may arrive.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Optional behaviours.</summary>
    public IReadOnlyList<string>? Capabilities { get; init; }
}

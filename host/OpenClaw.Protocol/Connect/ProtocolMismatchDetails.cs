namespace OpenClaw.Protocol.Connect;

/// <summary>Details of a refused version range.</summary>
public sealed record ProtocolMismatchDetails
{
    /// <summary>Always <c>PROTOCOL_MISMATCH</c>.</summary>
    public string Code { get; init; } = "PROTOCOL_MISMATCH";

    /// <summary>Lowest version the client offered.</summary>
    public required long ClientMinProtocol { get; init; }

    /// <summary>Highest version the client offered.</summary>
    public required long ClientMaxProtocol { get; init; }

    /// <summary>The version to offer instead.</summary>
    public int ExpectedProtocol { get; init; } = ProtocolVersions.Current;

    /// <summary>The oldest version served.</summary>
    public int MinimumProbeProtocol { get; init; } = ProtocolVersions.Minimum;
}

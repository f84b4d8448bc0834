namespace OpenClaw.Host.Nodes;

/// <summary>How a node describes itself.</summary>
internal sealed record NodeIdentity
{
    public string? ClientId { get; init; }

    public string? ClientMode { get; init; }

    public string? DisplayName { get; init; }

    public string? Platform { get; init; }

    public string? Version { get; init; }

    public string? DeviceFamily { get; init; }

    public string? ModelIdentifier { get; init; }

    /// <summary>Where it connects from; null for this machine.</summary>
    public string? RemoteIp { get; init; }

    /// <summary>Its executable search path.</summary>
    public string? PathEnv { get; init; }
}

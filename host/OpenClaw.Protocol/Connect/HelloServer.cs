namespace OpenClaw.Protocol.Connect;

/// <summary>The gateway a client reached.</summary>
public sealed record HelloServer
{
    /// <summary>Version of the gateway.</summary>
    public required string Version { get; init; }

    /// <summary>This connection.</summary>
    public required string ConnId { get; init; }

    /// <summary>The build.</summary>
    public string? BuildId { get; init; }

    /// <summary>Changes with every start of the process.</summary>
    public string? BootId { get; init; }

    /// <summary>Where the control panel comes from.</summary>
    public string? ControlUiBuildSource { get; init; }

    /// <summary>Host name, read by protocol 3 clients.</summary>
    public string? Host { get; init; }

    /// <summary>Source revision, read by protocol 3 clients.</summary>
    public string? Commit { get; init; }
}

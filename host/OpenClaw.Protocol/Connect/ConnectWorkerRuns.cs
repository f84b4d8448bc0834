using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Connect;

/// <summary>Worker runs a node can take.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ConnectWorkerRuns
{
    /// <summary>SHA-256 of the worker bundle.</summary>
    [RegularExpression("^[a-f0-9]{64}$")]
    public required string BundleHash { get; init; }

    /// <summary>Version of the worker bundle.</summary>
    [Length(1, 128)]
    public required string OpenclawVersion { get; init; }

    /// <summary>Features of the worker protocol.</summary>
    [Length(0, 64)]
    [EachLength(1, 128)]
    public required IReadOnlyList<string> ProtocolFeatures { get; init; }

    /// <summary>Workers to start ahead of use.</summary>
    [Range(1, GatewayLimits.MaxSafeInteger)]
    public long? BundlePrewarm { get; init; }
}

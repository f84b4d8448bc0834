using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Config;

/// <summary>Parameters of <c>config.patch</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ConfigPatchParams
{
    /// <summary>The part to merge as JSON5 text; null deletes a key.</summary>
    [NonEmpty]
    public required string Raw { get; init; }

    /// <summary>The hash of the content this builds on; may be left out only while there is no file.</summary>
    [NonEmpty]
    public string? BaseHash { get; init; }

    /// <summary>The session to tell after a restart.</summary>
    public string? SessionKey { get; init; }

    /// <summary>Where that session was talking.</summary>
    public ConfigDeliveryContext? DeliveryContext { get; init; }

    /// <summary>Why, for people.</summary>
    public string? Note { get; init; }

    /// <summary>Milliseconds until a restart that the change needs.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? RestartDelayMs { get; init; }

    /// <summary>Lists that may lose items.</summary>
    [MaxLength(256), EachLength(1, int.MaxValue)]
    public IReadOnlyList<string>? ReplacePaths { get; init; }
}

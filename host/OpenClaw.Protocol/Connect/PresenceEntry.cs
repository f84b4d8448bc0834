using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Connect;

/// <summary>One row of the presence list.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PresenceEntry
{
    /// <summary>Display name or client id.</summary>
    [NonEmpty]
    public string? Host { get; init; }

    /// <summary>Address; left out for local clients.</summary>
    [NonEmpty]
    public string? Ip { get; init; }

    /// <summary>Version of the client.</summary>
    [NonEmpty]
    public string? Version { get; init; }

    /// <summary>Operating system.</summary>
    [NonEmpty]
    public string? Platform { get; init; }

    /// <summary>Kind of device.</summary>
    [NonEmpty]
    public string? DeviceFamily { get; init; }

    /// <summary>Model of the device.</summary>
    [NonEmpty]
    public string? ModelIdentifier { get; init; }

    /// <summary>Time zone.</summary>
    [NonEmpty]
    public string? TimeZone { get; init; }

    /// <summary>One of <see cref="ClientModes"/>.</summary>
    [NonEmpty]
    public string? Mode { get; init; }

    /// <summary>The client id.</summary>
    [NonEmpty]
    public string? ClientId { get; init; }

    /// <summary>Seconds since the person last did something.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? LastInputSeconds { get; init; }

    /// <summary>Why the row changed: self, connect, disconnect, …</summary>
    [NonEmpty]
    public string? Reason { get; init; }

    /// <summary>Free labels.</summary>
    [EachLength(1, int.MaxValue)]
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The row as a line for people.</summary>
    public string? Text { get; init; }

    /// <summary>When the row last changed.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public required long Ts { get; init; }

    /// <summary>When the connection began.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? OnlineSince { get; init; }

    /// <summary>When the person last did something.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? LastActivityAt { get; init; }

    /// <summary>The device.</summary>
    [NonEmpty]
    public string? DeviceId { get; init; }

    /// <summary>Roles of the device.</summary>
    [EachLength(1, int.MaxValue)]
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Scopes of the connection.</summary>
    [EachLength(1, int.MaxValue)]
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>The running instance of the client.</summary>
    [NonEmpty]
    public string? InstanceId { get; init; }

    /// <summary>The person.</summary>
    public PresenceUser? User { get; init; }

    /// <summary>Sessions the person looks at.</summary>
    [EachLength(1, int.MaxValue)]
    public IReadOnlyList<string>? WatchedSessions { get; init; }
}

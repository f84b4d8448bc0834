using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Frames;

/// <summary>Versions of the presence list and the health snapshot.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct StateVersion
{
    /// <summary>Grows with every change of presence.</summary>
    public required long Presence { get; init; }

    /// <summary>Grows with every published health snapshot.</summary>
    public required long Health { get; init; }
}

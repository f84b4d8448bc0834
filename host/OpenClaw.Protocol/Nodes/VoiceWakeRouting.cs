using System.Text.Json;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>voicewake.routing.get</c> and payload of <c>voicewake.routing.changed</c>.</summary>
public sealed record VoiceWakeRouting
{
    /// <summary>Where what is said after a word goes.</summary>
    public required JsonElement Config { get; init; }
}

using System.Text.Json.Serialization;

namespace OpenClaw.Host.Gateway.Rpc;

/// <summary>Parameters of <c>talk.mode</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TalkModeParams
{
    public required bool Enabled { get; init; }

    public string? Phase { get; init; }
}

using System.Text.Json.Serialization;

namespace OpenClaw.Host.Gateway.Rpc;

/// <summary>Whether people speak with the gateway at this moment; answer of <c>talk.mode</c> and payload of its event.</summary>
internal sealed record TalkModeState(
    bool Enabled, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Phase, long Ts);

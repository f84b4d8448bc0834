using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Parameters of <c>wake</c>; unknown ones are ignored.</summary>
internal sealed record WakeParams
{
    [JsonSchemaText("""{"anyOf":[{"const":"now"},{"const":"next-heartbeat"}]}""")]
    public required string Mode { get; init; }

    [NonEmpty]
    public required string Text { get; init; }

    [NonEmpty]
    public string? SessionKey { get; init; }

    [NonEmpty]
    public string? AgentId { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}

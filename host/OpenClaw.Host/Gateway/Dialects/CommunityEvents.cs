using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Events;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Host.Gateway.Dialects;

/// <summary>The events of community documents, told from the steps of a run: <c>agent.delta</c>, <c>agent.done</c> and <c>tool</c>.</summary>
internal static class CommunityEvents
{
    public const string Delta = "agent.delta";
    public const string Done = "agent.done";
    public const string Tool = "tool";

    /// <returns>Null for an event that has no older name.</returns>
    public static CommunityEvent? Of(GatewayEvent gatewayEvent)
    {
        if (gatewayEvent.Name != EventNames.Agent
            || JsonSerializer.Deserialize(gatewayEvent.Payload.Span, ProtocolJsonContext.Default.AgentEvent) is not { } step)
        {
            return null;
        }

        return step.Stream switch
        {
            AgentStreams.Assistant => Tell(Delta, step, "delta", "text"),
            AgentStreams.Tool => Tell(Tool, step, "phase", "name", "toolCallId", "args", "isError", "result"),
            AgentStreams.Lifecycle when IsEnd(step) => Tell(Done, step, "phase", "error", "aborted", "stopReason"),
            _ => null,
        };
    }

    private static bool IsEnd(AgentEvent step) =>
        step.Data.TryGetProperty("phase", out var phase) && (phase.ValueEquals("end") || phase.ValueEquals("error"));

    private static CommunityEvent Tell(string name, AgentEvent step, params string[] members)
    {
        var payload = new JsonObject { ["runId"] = step.RunId, ["sessionKey"] = step.SessionKey, ["ts"] = step.Ts };
        foreach (var member in members)
        {
            if (step.Data.TryGetProperty(member, out var value))
            {
                payload[member] = JsonNode.Parse(value.GetRawText());
            }
        }

        return new CommunityEvent(name, JsonSerializer.SerializeToUtf8Bytes(payload, GatewayJsonContext.Default.JsonObject));
    }
}

using System.Text.Json;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>Short names of events, so that two sequences of them can be compared and read.</summary>
internal static class FrameLabels
{
    /// <summary>Events that come on a clock, or because of other connections, and are no part of what is replayed.</summary>
    private static readonly HashSet<string> Unrelated = new(StringComparer.Ordinal)
    {
        "connect.challenge", "tick", "health", "presence", "task", "heartbeat", "config.changed", "chat.metadata.changed",
    };

    public static string? Text(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>Null for events that are not compared.</summary>
    public static string? Of(JsonElement frame)
    {
        if (Text(frame, "event") is not { } name || Unrelated.Contains(name))
            return null;
        var payload = frame.GetProperty("payload");
        return name switch
        {
            "chat" => Join("chat", RunOf(payload), Text(payload, "state"), Text(payload, "phase")),
            "agent" => AgentLabel(payload),
            "cron" => Join(name, Text(payload, "action")),
            "device.pair.resolved" or "node.pair.resolved" => Join(name, Text(payload, "decision")),
            "session.message" => Join(name, Text(payload.GetProperty("message"), "role")),
            "sessions.changed" => Join(name, Text(payload, "sessionKey") is null ? "list" : null, Text(payload, "reason"), Text(payload, "phase")),
            _ => name,
        };
    }

    /// <summary>How often an event of this kind comes is a matter of speed.</summary>
    public static bool IsRepeated(string label) => label.EndsWith(" assistant", StringComparison.Ordinal) || label.EndsWith(" delta", StringComparison.Ordinal);

    public static bool IsToolEvent(JsonElement frame) =>
        Text(frame, "event") == "agent" && Text(frame.GetProperty("payload"), "stream") == "tool";

    private static string AgentLabel(JsonElement payload)
    {
        var data = payload.GetProperty("data");
        var released = data.TryGetProperty("provider", out var provider) && provider.ValueKind == JsonValueKind.Null;
        return Join("agent", Text(payload, "runId"), Text(payload, "stream"), Text(data, "phase"), released ? "released" : null);
    }

    // A run that nobody asked for is named after something generated.
    private static string RunOf(JsonElement payload) =>
        Text(payload, "runId") is { } run && !Substitutions.IsGenerated(run) ? run : "generated";

    private static string Join(params string?[] parts) => string.Join(' ', parts.OfType<string>());
}

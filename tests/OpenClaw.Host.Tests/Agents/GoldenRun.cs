using System.Text.Json;

namespace OpenClaw.Host.Tests.Agents;

/// <summary>The events of one run, recorded or ours, as a sequence of names with the members each had.</summary>
internal static class GoldenRun
{
    /// <summary>Members of the recordings that tell about features we do not have.</summary>
    private static readonly HashSet<string> NotOurs = new(StringComparer.Ordinal)
    {
        "replayInvalid", "commandBearing", "toolErrorSummary", "providerRuntimeFailureKind", "errorObservation", "livenessState", "details",
    };

    public static List<(string Name, JsonElement Payload)> Recorded(string file, string runId)
    {
        var events = new List<(string, JsonElement)>();
        foreach (var line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests/golden", file)))
        {
            var entry = JsonElement.Parse(line);
            if (!entry.TryGetProperty("frame", out var frame) || !frame.TryGetProperty("event", out var name) || name.GetString() is not ("agent" or "chat"))
                continue;
            var payload = frame.GetProperty("payload");
            if (payload.GetProperty("runId").GetString() == runId)
                events.Add((name.GetString()!, payload));
        }

        return events;
    }

    /// <summary>The order of the events; a run of deltas counts as one, because their number is a matter of speed.</summary>
    public static List<string> OrderOf(IEnumerable<(string Event, JsonElement Payload)> events)
    {
        var order = new List<string>();
        foreach (var (name, payload) in events)
        {
            var label = LabelOf(name, payload);
            if (order.Count > 1 && label is "agent assistant" or "chat delta" && order.TakeLast(2).Contains(label))
                continue;
            order.Add(label);
        }

        return order;
    }

    public static string LabelOf(string name, JsonElement payload)
    {
        if (name == "chat")
            return $"chat {payload.GetProperty("state")}{(payload.TryGetProperty("phase", out var phase) ? $" {phase}" : string.Empty)}";
        var data = payload.GetProperty("data");
        var stream = payload.GetProperty("stream").GetString();
        if (!data.TryGetProperty("phase", out var step))
            return $"agent {stream}";
        var released = data.TryGetProperty("provider", out var provider) && provider.ValueKind == JsonValueKind.Null ? " released" : string.Empty;
        return $"agent {stream} {step}{released}";
    }

    public static List<string> MembersOf(JsonElement payload)
    {
        var members = payload.EnumerateObject().Select(static member => member.Name).ToList();
        if (payload.TryGetProperty("data", out var data))
            members.AddRange(data.EnumerateObject().Select(static member => $"data.{member.Name}"));
        return [.. members.Where(static member => !NotOurs.Contains(member.Split('.')[^1])).Order(StringComparer.Ordinal)];
    }
}

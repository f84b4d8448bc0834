using System.Text.Json;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>A recording of tests/golden, as the steps of a conversation.</summary>
internal sealed record Recording(string Name, IReadOnlyList<RecordedLine> Lines)
{
    public int Protocol => Name.StartsWith("v3-", StringComparison.Ordinal) ? 3 : 4;

    /// <param name="name">The file, without its extension.</param>
    /// <param name="isServed">Which methods are replayed; requests of others are left out together with their answers.</param>
    public static Recording Load(string name, Func<string, bool> isServed)
    {
        var lines = new List<RecordedLine>();
        var left = new HashSet<(string, string)>();
        var number = 0;
        foreach (var text in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "golden", $"{name}.jsonl")))
        {
            number++;
            var entry = JsonElement.Parse(text);
            var connection = entry.TryGetProperty("conn", out var label) ? label.ToString() : string.Empty;
            if (entry.TryGetProperty("close", out var close) && close.ValueKind == JsonValueKind.Object)
                lines.Add(new RecordedLine(number, FromClient: false, connection, default));
            if (!entry.TryGetProperty("frame", out var frame) || frame.ValueKind != JsonValueKind.Object)
                continue;
            var line = new RecordedLine(number, entry.GetProperty("dir").GetString() == "c2s", connection, frame);
            var id = line.Text("id");
            if (line.IsRequest && !line.IsConnect && !isServed(line.Text("method")!))
                left.Add((connection, id!));
            else if (id is null || !left.Contains((connection, id)))
                lines.Add(line);
        }

        return new Recording(name, lines);
    }
}

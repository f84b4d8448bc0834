using System.Text.Json;

namespace OpenClaw.Protocol.Tests.Golden;

/// <summary>All recordings of tests/golden.</summary>
internal static class GoldenRecordings
{
    public static IReadOnlyList<GoldenEntry> Frames { get; } = [.. Load()];

    /// <summary>Well-formed requests; one recording adds a member on purpose.</summary>
    public static IReadOnlyList<GoldenEntry> Requests { get; } =
        [.. Frames.Where(entry => entry is { FromClient: true } && entry.Text("type") == "req" && IsComplete(entry))];

    public static IReadOnlyList<GoldenEntry> ServerFrames { get; } =
        [.. Frames.Where(entry => entry is { FromClient: false } && entry.Text("type") is "res" or "event")];

    public static IReadOnlyList<GoldenExchange> Exchanges { get; } = [.. Pair()];

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "golden", file);

    private static bool IsComplete(GoldenEntry entry) =>
        entry.Text("id") is not null && entry.Text("method") is not null && !entry.Frame.TryGetProperty("extra", out _);

    private static IEnumerable<GoldenEntry> Load()
    {
        foreach (var path in Directory.EnumerateFiles(PathOf(""), "*.jsonl").Order(StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var line in File.ReadLines(path))
            {
                number++;
                var entry = JsonElement.Parse(line);
                if (entry.TryGetProperty("frame", out var frame) && frame.ValueKind == JsonValueKind.Object)
                {
                    var connection = entry.TryGetProperty("conn", out var label) ? label.ToString() : "";
                    yield return new GoldenEntry(
                        Path.GetFileName(path), number, entry.GetProperty("dir").GetString() == "c2s", connection, frame);
                }
            }
        }
    }

    private static IEnumerable<GoldenExchange> Pair()
    {
        foreach (var file in Frames.GroupBy(entry => entry.File))
        {
            var open = new Dictionary<(string, string), List<GoldenEntry>>();
            foreach (var entry in file)
            {
                if (entry.Text("id") is not { } id)
                {
                    continue;
                }

                var key = (entry.Connection, id);
                if (entry.FromClient && entry.Text("method") is not null)
                {
                    (open.TryGetValue(key, out var sent) ? sent : open[key] = []).Add(entry);
                }
                else if (!entry.FromClient && open.TryGetValue(key, out var requests) && requests.Select(r => r.Text("method")).Distinct().Count() == 1)
                {
                    yield return new GoldenExchange(requests[^1], entry);
                }
            }
        }
    }
}

using System.Text.Json;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>One line of a recording, as it went over its socket.</summary>
internal sealed record SocketLine(JsonElement Entry)
{
    public bool FromClient => Text("dir") == "c2s";

    public string Connection => Entry.TryGetProperty("conn", out var label) ? label.ToString() : "";

    public JsonElement? Frame => Member("frame");

    public JsonElement? Close => Member("close");

    public JsonElement? Upgrade => Member("http");

    /// <summary>Text that is no frame; long ones are cut.</summary>
    public string? Raw => Text("raw");

    public bool IsStop => Text("note")?.StartsWith("SIGTERM", StringComparison.Ordinal) == true;

    public bool IsChallenge => EventName == "connect.challenge";

    public string? EventName => Frame is { } frame ? FrameLabels.Text(frame, "event") : null;

    public bool IsAnswer => !FromClient && Frame is { } frame && FrameLabels.Text(frame, "type") == "res";

    public static IReadOnlyList<SocketLine> Load(string recording) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "golden", $"{recording}.jsonl")).Select(static line => new SocketLine(JsonElement.Parse(line)))];

    private string? Text(string name) => FrameLabels.Text(Entry, name);

    private JsonElement? Member(string name) =>
        Entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;
}

using System.Text.Json;

namespace OpenClaw.Host.Tests.Golden;

/// <summary>One recording: what the client sent, and what it got.</summary>
internal sealed class GoldenFile
{
    private readonly List<JsonElement> _frames;

    private GoldenFile(IEnumerable<JsonElement> frames) => _frames = [.. frames];

    public IEnumerable<JsonElement> Requests => _frames.Where(static frame => Text(frame, "type") == "req");

    public static GoldenFile Read(string name) => new(File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "golden", $"{name}.jsonl"))
        .Select(static line => JsonElement.Parse(line))
        .Where(static line => line.TryGetProperty("frame", out _))
        .Select(static line => line.GetProperty("frame")));

    /// <summary>The answer to a request, the whole frame.</summary>
    public JsonElement AnswerTo(JsonElement request) =>
        _frames.First(frame => Text(frame, "type") == "res" && Text(frame, "id") == Text(request, "id"));

    public JsonElement AnswerTo(string method) => AnswerTo(Requests.First(request => Text(request, "method") == method));

    /// <summary>The payload of the first event for which the condition holds.</summary>
    public JsonElement Event(string name, Func<JsonElement, bool>? matches = null) => _frames
        .Where(frame => Text(frame, "event") == name)
        .Select(static frame => frame.GetProperty("payload"))
        .First(payload => matches?.Invoke(payload) ?? true);

    private static string? Text(JsonElement frame, string name) => frame.TryGetProperty(name, out var value) ? value.GetString() : null;
}

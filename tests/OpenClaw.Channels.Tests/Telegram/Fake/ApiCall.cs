using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.Telegram.Fake;

/// <summary>One call that the bot made.</summary>
/// <param name="Method">The method, as it was written.</param>
/// <param name="Parameters">Its parameters; those of forms are texts.</param>
/// <param name="Files">The files that came with it, by the name of their part.</param>
internal sealed record ApiCall(string Method, JsonObject Parameters, IReadOnlyDictionary<string, UploadedFile> Files)
{
    public string? Text(string name) => Parameters[name]?.ToString();

    public long? Number(string name) => long.TryParse(Text(name), out var number) ? number : null;

    public JsonNode? Node(string name) => Parameters[name] is JsonValue text && text.TryGetValue<string>(out var json) ? JsonNode.Parse(json) : Parameters[name];
}

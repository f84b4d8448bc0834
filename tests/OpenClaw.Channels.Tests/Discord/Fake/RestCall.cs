using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.Discord.Fake;

/// <summary>One call that the bot made.</summary>
/// <param name="Method">The method of HTTP.</param>
/// <param name="Path">The path behind the version.</param>
/// <param name="Query">What stands behind it.</param>
/// <param name="Body">The body; that of a form is its <c>payload_json</c>.</param>
/// <param name="Files">The files that came with it, by the name of their part.</param>
/// <param name="Authorization">Who asks.</param>
internal sealed record RestCall(
    string Method, string Path, IReadOnlyDictionary<string, string> Query, JsonNode? Body, IReadOnlyDictionary<string, SentFile> Files, string Authorization)
{
    public DateTimeOffset At { get; } = DateTimeOffset.UtcNow;

    public bool Is(string method, string path) => Method == method && Path == path;
}

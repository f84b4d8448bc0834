using System.Text.Json;
using OpenClaw.Host.Channels.Admission;

namespace OpenClaw.Host.Http.Hooks;

/// <summary>How the payload of a service becomes a request to an agent (<c>hooks.mappings[]</c>).</summary>
internal sealed record HookMapping
{
    private const int MaxMappings = 200;

    private static readonly JsonElement Gmail = JsonElement.Parse(
        """
        {
          "id": "gmail", "match": { "path": "gmail" }, "action": "agent", "name": "Gmail", "wakeMode": "now", "forEach": "messages",
          "messageTemplate": "A mail has come from {{messages[0].from}}.\nSubject: {{messages[0].subject}}\n{{messages[0].snippet}}\n{{messages[0].body}}"
        }
        """);

    public string? Path { get; init; }

    public string? Source { get; init; }

    public bool IsWake { get; init; }

    public string? ForEach { get; init; }

    public bool IsTrusted { get; init; }

    /// <summary>The settings of the entry; texts among them are templates.</summary>
    public JsonElement Settings { get; init; }

    public static IEnumerable<HookMapping> Read(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Take(MaxMappings).Select(Of) : [];

    public static IEnumerable<HookMapping> Presets(IReadOnlyList<string> names) =>
        names.Contains("gmail", StringComparer.OrdinalIgnoreCase) ? [Of(Gmail)] : [];

    public bool Fits(string path, JsonElement payload) =>
        (Path is not null || Source is not null)
        && (Path is null || string.Equals(Path, path, StringComparison.OrdinalIgnoreCase))
        && (Source is null || string.Equals(Source, payload.Text("source"), StringComparison.OrdinalIgnoreCase));

    private static HookMapping Of(JsonElement entry) => new()
    {
        Path = entry.Member("match").Text("path")?.Trim('/'),
        Source = entry.Member("match").Text("source"),
        IsWake = entry.Text("action") == "wake",
        ForEach = entry.Text("forEach"),
        IsTrusted = entry.Flag("allowUnsafeExternalContent") == true,
        Settings = entry,
    };
}

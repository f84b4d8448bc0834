using System.Text.Json;

namespace OpenClaw.Testing.Gateway;

/// <summary>What loading needs of a manifest; the build has checked the rest.</summary>
internal sealed record TestManifest(string Id, string Name, string Version, string EntryAssembly, string? EntryType, IReadOnlySet<string> Kinds)
{
    public static TestManifest Read(string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "openclaw.plugin.json")));
        var root = document.RootElement;
        return new TestManifest(
            Text(root, "id"),
            Text(root, "name"),
            Text(root, "version"),
            Text(root, "entryAssembly"),
            root.TryGetProperty("entryType", out var type) ? type.GetString() : null,
            root.GetProperty("kinds").EnumerateArray().Select(static kind => kind.GetString()!).ToHashSet(StringComparer.Ordinal));
    }

    private static string Text(JsonElement root, string key) =>
        root.GetProperty(key).GetString() ?? throw new InvalidDataException($"openclaw.plugin.json: {key} is null.");
}

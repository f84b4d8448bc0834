using System.Text.Json;

namespace OpenClaw.Testing.Gateway;

/// <summary>What loading needs of a manifest; the build has checked the rest.</summary>
internal sealed record TestManifest(string Id, string Name, string Version, string EntryAssembly, string? EntryType, IReadOnlySet<string> Kinds)
{
    /// <summary>Routes it declares, those with everything below them with a star; null where it declares nothing.</summary>
    public IReadOnlyList<string>? Routes { get; private init; }

    public IReadOnlyList<string>? Methods { get; private init; }

    public IReadOnlyList<string>? Commands { get; private init; }

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
            root.GetProperty("kinds").EnumerateArray().Select(static kind => kind.GetString()!).ToHashSet(StringComparer.Ordinal))
        {
            Routes = Offers(root, "routes")?.Select(TestRoutes.Normalize).ToList(),
            Methods = Offers(root, "methods"),
            Commands = Offers(root, "commands"),
        };
    }

    // Where there are offers at all, what they leave out is not offered.
    private static List<string>? Offers(JsonElement root, string kind)
    {
        if (!root.TryGetProperty("offers", out var offers))
            return null;
        return offers.TryGetProperty(kind, out var names)
            ? [.. names.EnumerateArray().Select(static name => name.ValueKind == JsonValueKind.Object ? Text(name, "name") : name.GetString()!)]
            : [];
    }

    private static string Text(JsonElement root, string key) =>
        root.GetProperty(key).GetString() ?? throw new InvalidDataException($"openclaw.plugin.json: {key} is null.");
}

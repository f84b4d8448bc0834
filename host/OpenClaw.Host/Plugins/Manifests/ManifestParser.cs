using System.Text.Json;
using NuGet.Versioning;

namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>Turns one manifest object into a record. Keys it does not know are left alone: a later host may know them.</summary>
internal sealed class ManifestParser(string folder, JsonElement root)
{
    private readonly ManifestFields _fields = new(root);

    public ManifestResult Parse()
    {
        var id = Id();
        var name = _fields.Text("name", required: true, "Write the name people should see.");
        var version = Version();
        var description = _fields.Text("description", required: false, "Write one sentence, or leave it out.");
        var contract = Contract();
        var entryAssembly = EntryAssembly();
        var entryType = _fields.Text("entryType", required: false, "Write the full name of the type that implements IPlugin, or leave it out.");
        var kinds = Kinds();
        var offers = OffersParser.Parse(_fields);
        var schema = ConfigSchema();
        var permissions = Permissions();
        if (_fields.Issues.Count > 0)
            return new ManifestResult { Id = id, Issues = _fields.Issues };

        return new ManifestResult
        {
            Id = id,
            Manifest = new PluginManifest
            {
                Id = id!,
                Name = name!,
                Version = version!,
                Description = description,
                Contract = contract!,
                EntryAssembly = entryAssembly!,
                EntryType = entryType,
                Kinds = kinds,
                Offers = offers,
                ConfigSchema = schema,
                Permissions = permissions,
            },
        };
    }

    private string? Id()
    {
        const string Fix = "Use 1 to 64 of a-z 0-9 and '-', starting with a letter.";
        var id = _fields.Text("id", required: true, Fix);
        if (id is null || PluginIds.IsValid(id))
            return id;
        _fields.Refuse("id", id, "is not a plugin id", Fix);
        return null;
    }

    private SemanticVersion? Version()
    {
        const string Fix = "Write a SemVer 2.0 version, for example 1.2.0.";
        var text = _fields.Text("version", required: true, Fix);
        if (text is null)
            return null;
        if (!SemanticVersion.TryParse(text, out var version))
            _fields.Refuse("version", text, "is not a version", Fix);
        return version;
    }

    private VersionRange? Contract()
    {
        const string Fix = "Write {\"min\": \"1.0.0\", \"max\": \"2.0.0\"} (max itself is outside) or a range like \"[1.0.0,2.0.0)\".";
        if (_fields.Value("contract", required: true, Fix) is not { } value)
            return null;
        var range = value.ValueKind switch
        {
            JsonValueKind.String => ParseRange(value.GetString()!),
            JsonValueKind.Object => ParseBounds(value),
            _ => null,
        };
        if (range is null)
            _fields.Refuse("contract", value.GetRawText(), "is not a range of contract versions", Fix);
        return range;
    }

    private static VersionRange? ParseRange(string text) => VersionRange.TryParse(text, out var range) ? range : null;

    private static VersionRange? ParseBounds(JsonElement value)
    {
        if (!TryBound(value, "min", out var min) || !TryBound(value, "max", out var max) || min is null)
            return null;
        return max is not null && max <= min ? null : new VersionRange(min, includeMinVersion: true, max, includeMaxVersion: false);
    }

    private static bool TryBound(JsonElement value, string key, out NuGetVersion? bound)
    {
        bound = null;
        return !value.TryGetProperty(key, out var text)
            || (text.ValueKind == JsonValueKind.String && NuGetVersion.TryParse(text.GetString(), out bound));
    }

    private string? EntryAssembly()
    {
        const string Fix = "Name a .dll inside the plugin folder, relative to it, with forward slashes.";
        var path = _fields.Text("entryAssembly", required: true, Fix);
        if (path is null)
            return null;
        var problem = path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? PluginPaths.Resolve(folder, path, out _)
            : "is not a .dll";
        if (problem is null)
            return path;
        _fields.Refuse("entryAssembly", path, problem, Fix);
        return null;
    }

    private PluginKind Kinds()
    {
        var fix = $"List at least one of {string.Join(", ", PluginKindNames.All)}.";
        var kinds = PluginKind.None;
        if (_fields.Texts("kinds", required: true, PluginKindNames.All.Count, fix) is not { } names)
            return kinds;
        foreach (var name in names)
        {
            if (PluginKindNames.TryParse(name, out var kind))
                kinds |= kind;
            else
                _fields.Refuse("kinds", name, "is not a kind this gateway knows", fix);
        }

        if (names.Count == 0)
            _fields.Refuse("kinds", "[]", "names nothing", fix);
        return kinds;
    }

    private JsonElement? ConfigSchema()
    {
        const string Fix = "Write a JSON Schema object, or leave it out.";
        if (_fields.Value("configSchema", required: false, Fix) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return value.Clone();
        _fields.Refuse("configSchema", value.GetRawText(), "is not an object", Fix);
        return null;
    }

    private IReadOnlyList<string> Permissions() =>
        _fields.Texts("permissions", required: false, ManifestLimits.MaxPermissions, "List short words, for example \"network\".") ?? [];
}

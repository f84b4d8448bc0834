using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Sdk;

/// <summary>Makes a manifest from the properties of a project and from what its assembly says by itself.</summary>
internal static class GeneratedManifest
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    public static string Of(ProjectValues values)
    {
        var assembly = EntryAssembly.Read(values["Assembly"]);
        var manifest = new JsonObject
        {
            ["id"] = values["PluginId"],
            ["name"] = values["PluginName"],
            ["version"] = values["Version"],
            ["contract"] = ContractRange.Of(values).ToJson(),
            ["entryAssembly"] = Path.GetFileName(values["Assembly"]),
            ["entryType"] = values.Optional("PluginEntryType") ?? assembly.SingleEntryType(),
            ["kinds"] = Array(values.List("PluginKinds") is { Length: > 0 } kinds ? kinds : [.. assembly.Kinds]),
            ["permissions"] = Array(values.List("PluginPermissions")),
        };
        // "Package Description" is what the SDK writes where the author wrote nothing.
        if (values.Optional("Description") is { } description && description != "Package Description")
            manifest["description"] = description;
        if (Offers(values) is { Count: > 0 } offers)
            manifest["offers"] = offers;
        if (SettingsSchema.Of(values["Assembly"], assembly) is { } schema)
            manifest["configSchema"] = schema;
        return Text(manifest);
    }

    private static JsonObject Offers(ProjectValues values)
    {
        var offers = new JsonObject();
        foreach (var (key, property) in (ReadOnlySpan<(string, string)>)[("channels", "PluginChannels"), ("providers", "PluginProviders"), ("apis", "PluginApis"), ("routes", "PluginRoutes"), ("methods", "PluginMethods")])
        {
            if (values.List(property) is { Length: > 0 } names)
                offers[key] = Array(names);
        }

        // Sentences have commas in them.
        if (values["PluginCommands"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } commands)
            offers["commands"] = new JsonArray([.. commands.Select(Command)]);
        return offers;
    }

    /// <summary>Written as <c>name: description</c>.</summary>
    private static JsonNode Command(string text)
    {
        var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        return new JsonObject { ["name"] = parts[0], ["description"] = parts is [_, { Length: > 0 } description] ? description : parts[0] };
    }

    private static JsonArray Array(string[] texts) => [.. texts.Select(static text => (JsonNode)text)];

    private static string Text(JsonObject manifest)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
            manifest.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}

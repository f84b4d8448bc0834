using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Schema;

/// <summary>The protocol as one JSON document, made from the records that the gateway itself uses.</summary>
public static class ProtocolSchema
{
    /// <summary>The schema of one record.</summary>
    public static JsonNode Export(JsonTypeInfo contract) => SchemaExporter.Export(contract);

    /// <summary>Frames, methods and events.</summary>
    public static JsonObject ExportAll() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "OpenClaw gateway protocol",
        ["protocol"] = new JsonObject { ["minimum"] = ProtocolVersions.Minimum, ["current"] = ProtocolVersions.Current },
        ["frames"] = new JsonObject
        {
            ["request"] = Export(FrameSchemaContext.Default.RequestShape),
            ["response"] = Export(FrameSchemaContext.Default.ResponseShape),
            ["event"] = Export(FrameSchemaContext.Default.EventShape),
        },
        ["methods"] = new JsonObject(MethodCatalog.All.OrderBy(method => method.Name, StringComparer.Ordinal).Select(Describe)),
        ["events"] = new JsonObject(EventCatalog.All.OrderBy(item => item.Name, StringComparer.Ordinal).Select(Describe)),
    };

    private static KeyValuePair<string, JsonNode?> Describe(MethodEntry method)
    {
        var node = new JsonObject
        {
            ["access"] = Word(method.Access),
            ["tier"] = method.Tier,
            ["since"] = method.Since,
            ["advertised"] = method.IsAdvertised,
        };
        if (method.Scope is { } scope)
        {
            node["scope"] = scope;
        }

        if (ProtocolContracts.Methods.TryGetValue(method.Name, out var contract))
        {
            node["params"] = Export(contract.Params);
            node["result"] = contract.Results is [var only]
                ? Export(only)
                : new JsonObject { ["anyOf"] = new JsonArray([.. contract.Results.Select(Export)]) };
        }

        return KeyValuePair.Create<string, JsonNode?>(method.Name, node);
    }

    private static KeyValuePair<string, JsonNode?> Describe(EventEntry item)
    {
        var node = new JsonObject
        {
            ["audience"] = Word(item.Audience),
            ["since"] = item.Since,
            ["dropIfSlow"] = item.DropIfSlow,
        };
        if (item.Scope is { } scope)
        {
            node["scope"] = scope;
        }

        if (ProtocolContracts.Events.TryGetValue(item.Name, out var payload))
        {
            node["payload"] = Export(payload);
        }

        return KeyValuePair.Create<string, JsonNode?>(item.Name, node);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

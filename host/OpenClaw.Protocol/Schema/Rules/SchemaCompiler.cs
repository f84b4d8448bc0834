using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Protocol.Schema.Rules;

/// <summary>Compiles the part of JSON Schema that our records export. An unknown form is a mistake of ours and throws.</summary>
internal static class SchemaCompiler
{
    public static SchemaRule Compile(JsonNode schema)
    {
        if (schema is not JsonObject node)
        {
            return AnyRule.Instance;
        }

        if (node["anyOf"] is JsonArray alternatives)
        {
            return new AnyOfRule([.. alternatives.Select(alternative => Compile(alternative!))]);
        }

        if (node["const"] is JsonValue constant)
        {
            return constant.GetValueKind() == JsonValueKind.String ? new ConstantRule(constant.GetValue<string>()) : new BooleanRule(constant.GetValue<bool>());
        }

        if (node["enum"] is JsonArray values)
        {
            return new EnumerationRule([.. values.OfType<JsonValue>().Select(value => value.GetValue<string>())])
            {
                AllowsNull = values.Any(value => value is null),
            };
        }

        return CompileType(node);
    }

    private static SchemaRule CompileType(JsonObject node)
    {
        var (type, allowsNull) = Type(node);
        return type switch
        {
            null => AnyRule.Instance,
            "string" => new TextRule(Int(node, "minLength", 0), Int(node, "maxLength", int.MaxValue), Text(node, "pattern")) { AllowsNull = allowsNull },
            "integer" => new IntegerRule(Long(node, "minimum", long.MinValue), Long(node, "maximum", long.MaxValue)) { AllowsNull = allowsNull },
            "number" => new NumberRule(Long(node, "minimum", long.MinValue)) { AllowsNull = allowsNull },
            "boolean" => new BooleanRule { AllowsNull = allowsNull },
            "array" => new ListRule(Child(node, "items"), Int(node, "minItems", 0), Int(node, "maxItems", int.MaxValue)) { AllowsNull = allowsNull },
            "object" => CompileObject(node, allowsNull),
            _ => throw new InvalidOperationException($"Schema type '{type}' is not supported: {node.ToJsonString()}"),
        };
    }

    private static SchemaRule CompileObject(JsonObject node, bool allowsNull)
    {
        if (node["properties"] is not JsonObject && node["additionalProperties"] is JsonObject entry)
        {
            return new MapRule(Compile(entry)) { AllowsNull = allowsNull };
        }

        var members = node["properties"] as JsonObject ?? [];
        var required = node["required"] as JsonArray ?? [];
        return new ObjectRule(
            [.. members.Select(member => KeyValuePair.Create(member.Key, Compile(member.Value!)))],
            [.. required.Select(name => name!.GetValue<string>())],
            isClosed: node["additionalProperties"] is JsonValue additional && !additional.GetValue<bool>())
        {
            AllowsNull = allowsNull,
        };
    }

    private static (string? Type, bool AllowsNull) Type(JsonObject node) => node["type"] switch
    {
        JsonValue only => (only.GetValue<string>(), false),
        JsonArray several => Pick([.. several.Select(type => type!.GetValue<string>())]),
        _ => (null, true),
    };

    private static (string? Type, bool AllowsNull) Pick(string[] types) => types.Except(["null"]).ToArray() switch
    {
        [var single] => (single, types.Contains("null")),
        _ => throw new InvalidOperationException($"Schema types '{string.Join(", ", types)}' need anyOf."),
    };

    private static SchemaRule Child(JsonObject node, string name) => node[name] is { } child ? Compile(child) : AnyRule.Instance;

    private static int Int(JsonObject node, string name, int fallback) => node[name] is { } value ? value.GetValue<int>() : fallback;

    private static long Long(JsonObject node, string name, long fallback) => node[name] is { } value ? value.GetValue<long>() : fallback;

    private static string? Text(JsonObject node, string name) => node[name]?.GetValue<string>();
}

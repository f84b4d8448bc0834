using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Plugins;

namespace OpenClaw.Sdk;

/// <summary>
/// Derives <c>configSchema</c> from the record marked with <c>[PluginSettings]</c>, through the plugin's own generated context: what is
/// described is exactly what will be read.
/// </summary>
internal static class SettingsSchema
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    public static JsonNode? Of(string path, EntryAssembly entry)
    {
        if (entry.SettingsType is null)
            return null;
        var assembly = new SettingsLoadContext(path).LoadFromAssemblyPath(path);
        var type = assembly.GetType(entry.SettingsType, throwOnError: true)!;
        var info = assembly.GetTypes()
            .Where(static context => context is { IsAbstract: false } && context.IsSubclassOf(typeof(JsonSerializerContext)))
            .Select(context => Default(context)?.GetTypeInfo(type))
            .FirstOrDefault(static info => info is not null)
            ?? throw new SdkException("OC1004", $"{entry.SettingsType} is marked with [PluginSettings], but no JsonSerializerContext of the plugin knows it. Add [JsonSerializable(typeof({type.Name}))] to one.");
        return info.GetJsonSchemaAsNode(Options);
    }

    // The instance the plugin uses: it has the options the author gave to the context.
    private static JsonSerializerContext? Default(Type context) =>
        context.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as JsonSerializerContext;

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var target = schema as JsonObject ?? [];
        if (context.TypeInfo.Type == typeof(SecretRef))
            Secret(target);
        var attributes = context.PropertyInfo?.AttributeProvider ?? (context.Path.IsEmpty ? context.TypeInfo.Type : null);
        if (attributes is not null)
            Annotate(target, attributes);
        return target.Count > 0 || schema is JsonObject ? target : schema;
    }

    private static void Secret(JsonObject schema)
    {
        schema.Clear();
        schema["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string", ["minLength"] = 1 },
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["source"] = new JsonObject { ["const"] = "env" }, ["id"] = new JsonObject { ["type"] = "string" } },
                ["required"] = new JsonArray("source", "id"),
            });
        schema["writeOnly"] = true;
    }

    private static void Annotate(JsonObject schema, ICustomAttributeProvider attributes)
    {
        foreach (var attribute in attributes.GetCustomAttributes(inherit: true))
        {
            switch (attribute)
            {
                case DescriptionAttribute description:
                    schema.Insert(0, "description", description.Description);
                    break;
                case RangeAttribute { Minimum: int or double, Maximum: int or double } range:
                    schema["minimum"] = Number(range.Minimum);
                    schema["maximum"] = Number(range.Maximum);
                    break;
                case RegularExpressionAttribute pattern:
                    schema["pattern"] = pattern.Pattern;
                    break;
                case StringLengthAttribute length:
                    schema["minLength"] = length.MinimumLength;
                    schema["maxLength"] = length.MaximumLength;
                    break;
            }
        }
    }

    private static JsonValue Number(object value) => value is int whole ? JsonValue.Create(whole) : JsonValue.Create((double)value);
}

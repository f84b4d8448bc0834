using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Tools;

/// <summary>Derives the schema of a tool's arguments from their type.</summary>
internal static class ToolSchema
{
    private static readonly JsonSchemaExporterOptions ExporterOptions = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Describe,
    };

    public static JsonElement Of(JsonTypeInfo argumentsInfo)
    {
        var schema = argumentsInfo.GetJsonSchemaAsNode(ExporterOptions);
        return JsonElement.Parse(schema.ToJsonString());
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var attributes = context.PropertyInfo?.AttributeProvider
            ?? (context.Path.IsEmpty ? context.TypeInfo.Type : null);
        var description = attributes?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true)
            .OfType<DescriptionAttribute>()
            .FirstOrDefault()?.Description;
        if (description is null || schema is not JsonObject target)
            return schema;
        target.Insert(0, "description", description);
        return target;
    }
}

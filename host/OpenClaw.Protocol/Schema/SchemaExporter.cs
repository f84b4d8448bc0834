using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Protocol.Schema;

/// <summary>Turns a record into the JSON Schema of what it accepts.</summary>
internal static class SchemaExporter
{
    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Refine,
    };

    public static JsonNode Export(JsonTypeInfo contract) => contract.GetJsonSchemaAsNode(Options);

    private static JsonNode Refine(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.PropertyInfo?.AttributeProvider is not { } attributes)
        {
            return schema;
        }

        if (Find<JsonSchemaTextAttribute>(attributes) is { } stated)
        {
            return JsonNode.Parse(stated.Schema)!;
        }

        if (schema is not JsonObject node)
        {
            return schema;
        }

        // Optional members are left out on the wire; null is sent only where a record says that it is always written.
        if (Find<JsonIgnoreAttribute>(attributes)?.Condition != JsonIgnoreCondition.Never)
        {
            SchemaNullability.RemoveNull(node);
        }

        SchemaConstraints.Apply(node, attributes.GetCustomAttributes(inherit: true));
        return node;
    }

    private static T? Find<T>(ICustomAttributeProvider attributes)
        where T : Attribute => attributes.GetCustomAttributes(typeof(T), inherit: true).Cast<T>().FirstOrDefault();
}

using System.Buffers;
using System.Text.Json;

namespace OpenClaw.Host.Configuration.Schema.Export;

/// <summary>Writes what the file may say as JSON Schema, for editors and forms.</summary>
internal static class SchemaExport
{
    public static JsonElement ToJsonSchema(SchemaNode node, bool withChildren = true)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, node, withChildren);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static void Write(Utf8JsonWriter writer, SchemaNode node, bool withChildren)
    {
        writer.WriteStartObject();
        switch (node)
        {
            case ObjectSchema members:
                writer.WriteString("type", "object");
                if (withChildren)
                {
                    WriteKeys(writer, members);
                }

                writer.WriteBoolean("additionalProperties", false);
                break;
            case MapSchema map:
                writer.WriteString("type", "object");
                WriteMember(writer, "additionalProperties", map.Item, withChildren);
                break;
            case ListSchema list:
                writer.WriteString("type", "array");
                WriteMember(writer, "items", list.Item, withChildren);
                break;
            case UnionSchema union:
                WriteForms(writer, union.Forms, withChildren);
                break;
            case SecretSchema:
                WriteForms(writer, [Shape.Text, SecretReference], withChildren: true);
                break;
            default:
                WriteLeaf(writer, node);
                break;
        }

        writer.WriteEndObject();
    }

    private static ObjectSchema SecretReference { get; } = Shape.Object(("source", Shape.OneOf("env")), ("provider", Shape.Text), ("id", Shape.Text));

    private static void WriteLeaf(Utf8JsonWriter writer, SchemaNode node)
    {
        switch (node)
        {
            case NumberSchema number:
                writer.WriteString("type", number.IsInteger ? "integer" : "number");
                writer.WriteNumber("minimum", number.Minimum);
                writer.WriteNumber("maximum", number.Maximum);
                break;
            case EnumSchema choice:
                writer.WriteString("type", "string");
                writer.WriteStartArray("enum");
                foreach (var value in choice.Allowed)
                {
                    writer.WriteStringValue(value);
                }

                writer.WriteEndArray();
                break;
            case AnySchema:
                break;
            default:
                writer.WriteString("type", node.Expected);
                break;
        }
    }

    private static void WriteKeys(Utf8JsonWriter writer, ObjectSchema members)
    {
        writer.WriteStartObject("properties");
        foreach (var (key, schema) in members.Keys)
        {
            writer.WritePropertyName(key);
            Write(writer, schema, withChildren: true);
        }

        writer.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter writer, string name, SchemaNode schema, bool withChildren)
    {
        if (withChildren)
        {
            writer.WritePropertyName(name);
            Write(writer, schema, withChildren: true);
        }
    }

    private static void WriteForms(Utf8JsonWriter writer, IReadOnlyList<SchemaNode> forms, bool withChildren)
    {
        writer.WriteStartArray("anyOf");
        foreach (var form in forms)
        {
            Write(writer, form, withChildren);
        }

        writer.WriteEndArray();
    }
}

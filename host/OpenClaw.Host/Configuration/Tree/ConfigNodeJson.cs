using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenClaw.Host.Configuration.Tree;

/// <summary>Turns a tree into JSON: for the snapshot's raw sections, for answers and for hashes.</summary>
internal static class ConfigNodeJson
{
    public static JsonElement ToJsonElement(this ConfigNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(node, buffer, indented: false);
        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = Json5.Json5Limits.MaxDepth + 1 });
        return JsonElement.ParseValue(ref reader);
    }

    public static void Write(ConfigNode node, IBufferWriter<byte> output, bool indented)
    {
        var options = new JsonWriterOptions
        {
            Indented = indented,
            NewLine = "\n",
            MaxDepth = Json5.Json5Limits.MaxDepth + 1,
            // A file for people, not a page: "ü" and "+" stay what they are.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using var writer = new Utf8JsonWriter(output, options);
        Write(node, writer);
    }

    private static void Write(ConfigNode node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case ConfigObject members:
                writer.WriteStartObject();
                foreach (var property in members.Properties)
                {
                    writer.WritePropertyName(property.Name);
                    Write(property.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case ConfigArray array:
                writer.WriteStartArray();
                foreach (var item in array.Items)
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            case ConfigString text:
                writer.WriteStringValue(text.Value);
                break;
            case ConfigNumber { IsInteger: true } integer:
                writer.WriteNumberValue((long)integer.Value);
                break;
            case ConfigNumber number:
                writer.WriteNumberValue(number.Value);
                break;
            case ConfigBoolean flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}

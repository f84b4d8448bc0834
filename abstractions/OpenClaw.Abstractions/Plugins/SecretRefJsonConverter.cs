using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Plugins;

/// <summary>Reads a <see cref="SecretRef"/> from configuration, and writes <c>***</c> for every one.</summary>
public sealed class SecretRefJsonConverter : JsonConverter<SecretRef>
{
    /// <summary>Reads a text, or a reference to an environment variable.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="typeToConvert">Not looked at.</param>
    /// <param name="options">Not looked at.</param>
    public override SecretRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString() is { Length: > 0 } text ? SecretRef.FromText(text) : throw Unfit();
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement is { ValueKind: JsonValueKind.Object } reference
            && Text(reference, "source") == "env"
            && Text(reference, "id") is { Length: > 0 } name
                ? SecretRef.FromEnvironment(name)
                : throw Unfit();
    }

    /// <summary>Writes <c>***</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">Not looked at.</param>
    /// <param name="options">Not looked at.</param>
    public override void Write(Utf8JsonWriter writer, SecretRef value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(SecretRef.Hidden);
    }

    private static string? Text(JsonElement reference, string key) =>
        reference.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonException Unfit() => new("A secret is a text that is not empty, or { \"source\": \"env\", \"id\": \"NAME\" }.");
}

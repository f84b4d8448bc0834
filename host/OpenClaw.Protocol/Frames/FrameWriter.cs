using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Protocol.Frames;

/// <summary>Writes frames as UTF-8 JSON. Payloads are typed, or encoded beforehand and copied.</summary>
public static class FrameWriter
{
    /// <summary>A successful response.</summary>
    public static void WriteResult<T>(IBufferWriter<byte> output, string id, T payload, JsonTypeInfo<T> payloadType)
    {
        using var lease = JsonWriterLease.On(output);
        var json = lease.Writer;
        StartResponse(json, id, ok: true);
        json.WritePropertyName("payload"u8);
        JsonSerializer.Serialize(json, payload, payloadType);
        json.WriteEndObject();
    }

    /// <summary>A successful response whose payload is already encoded; an empty payload is left out.</summary>
    public static void WriteResult(IBufferWriter<byte> output, string id, ReadOnlySpan<byte> payload = default)
    {
        using var lease = JsonWriterLease.On(output);
        var json = lease.Writer;
        StartResponse(json, id, ok: true);
        WriteRaw(json, "payload"u8, payload);
        json.WriteEndObject();
    }

    /// <summary>A failed response; a failed run carries its payload beside the error.</summary>
    public static void WriteError(IBufferWriter<byte> output, string id, ErrorShape error, ReadOnlySpan<byte> payload = default)
    {
        using var lease = JsonWriterLease.On(output);
        var json = lease.Writer;
        StartResponse(json, id, ok: false);
        WriteRaw(json, "payload"u8, payload);
        json.WritePropertyName("error"u8);
        JsonSerializer.Serialize(json, error, ProtocolJsonContext.Default.ErrorShape);
        json.WriteEndObject();
    }

    /// <summary>An event with a payload encoded once for all its receivers. Events to one socket carry no <paramref name="seq"/>.</summary>
    public static void WriteEvent(
        IBufferWriter<byte> output,
        string name,
        ReadOnlySpan<byte> payload,
        long? seq = null,
        StateVersion? stateVersion = null)
    {
        using var lease = JsonWriterLease.On(output);
        var json = lease.Writer;
        json.WriteStartObject();
        json.WriteString("type"u8, FrameNames.Event);
        json.WriteString("event"u8, name);
        WriteRaw(json, "payload"u8, payload);
        if (seq is { } number)
        {
            json.WriteNumber("seq"u8, number);
        }

        if (stateVersion is { } version)
        {
            json.WriteStartObject("stateVersion"u8);
            json.WriteNumber("presence"u8, version.Presence);
            json.WriteNumber("health"u8, version.Health);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>A request; empty parameters are left out.</summary>
    public static void WriteRequest(
        IBufferWriter<byte> output,
        string id,
        string method,
        ReadOnlySpan<byte> parameters = default,
        string? traceParent = null,
        string? expectedProfileId = null)
    {
        using var lease = JsonWriterLease.On(output);
        var json = lease.Writer;
        json.WriteStartObject();
        json.WriteString("type"u8, FrameNames.Request);
        json.WriteString("id"u8, id);
        json.WriteString("method"u8, method);
        WriteRaw(json, "params"u8, parameters);
        if (traceParent is not null)
        {
            json.WriteString("traceparent"u8, traceParent);
        }

        if (expectedProfileId is not null)
        {
            json.WriteString("expectedProfileId"u8, expectedProfileId);
        }

        json.WriteEndObject();
    }

    private static void StartResponse(Utf8JsonWriter json, string id, bool ok)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, FrameNames.Response);
        json.WriteString("id"u8, id);
        json.WriteBoolean("ok"u8, ok);
    }

    private static void WriteRaw(Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (!value.IsEmpty)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value, skipInputValidation: true);
        }
    }
}

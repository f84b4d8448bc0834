using System.Text.Json;

namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>One line of the bridge: the answer to a request, or an event.</summary>
internal sealed record BridgeFrame
{
    /// <summary>The request that this answers.</summary>
    public long? Id { get; init; }

    public bool? Ok { get; init; }

    public JsonElement Result { get; init; }

    public BridgeError? Error { get; init; }

    /// <summary>The event's name.</summary>
    public string? Event { get; init; }

    public JsonElement Data { get; init; }

    /// <returns>Nothing where the line is none of the protocol.</returns>
    public static BridgeFrame? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, BridgeJson.Default.BridgeFrame) is { } frame && (frame.Event is not null || frame is { Id: not null, Ok: not null }) ? frame : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

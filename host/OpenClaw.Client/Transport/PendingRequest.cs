using System.Text.Json;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Client.Transport;

/// <summary>A request on its way; completes with the payload of the answer it waits for.</summary>
internal sealed class PendingRequest(string method, GatewayRequestOptions options)
{
    private readonly TaskCompletionSource<byte[]> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Method => method;

    public Task<byte[]> Answer => _answer.Task;

    /// <summary>Takes a response; false when a further one is to come.</summary>
    public bool TryComplete(in ServerFrame frame)
    {
        if (!frame.Ok)
        {
            _answer.TrySetException(ToException(frame));
            return true;
        }

        if (options.ExpectFinal && IsAccepted(frame.Payload))
        {
            return !TryAnnounce(frame.Payload);
        }

        _answer.TrySetResult(frame.Payload.ToArray());
        return true;
    }

    public void Fail(Exception cause) => _answer.TrySetException(cause);

    // A callback that throws ends its own request and not the connection of everybody else.
    private bool TryAnnounce(ReadOnlyMemory<byte> payload)
    {
        try
        {
            options.OnAccepted?.Invoke(JsonElement.Parse(payload.Span));
            return true;
        }
        catch (Exception error)
        {
            return !_answer.TrySetException(error);
        }
    }

    private GatewayRequestException ToException(in ServerFrame frame)
    {
        var error = ErrorShapes.Read(frame.Error.Span);
        return new(method, error, frame.Payload.IsEmpty ? null : JsonElement.Parse(frame.Payload.Span));
    }

    private static bool IsAccepted(ReadOnlyMemory<byte> payload)
    {
        var reader = new Utf8JsonReader(payload.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isStatus = reader.ValueTextEquals("status"u8);
            reader.Read();
            if (isStatus)
            {
                return reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("accepted"u8);
            }

            reader.Skip();
        }

        return false;
    }
}

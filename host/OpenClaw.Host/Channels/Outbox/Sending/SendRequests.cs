using OpenClaw.Host.Channels.Messages;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Channels.Outbox.Sending;

/// <summary>Makes messages of what clients ask to send.</summary>
internal sealed class SendRequests(OutboundTargets targets, IChannelSender sender, OutboxLimits limits)
{
    private const int MaxKeyLength = 512;
    private const int MaxTextLength = 1_048_576;
    private const string AnyFile = "application/octet-stream";

    /// <exception cref="RpcException">The request cannot be taken.</exception>
    public OutboxEntry Of(RpcCall call, SendParams parameters)
    {
        Refuse(call, parameters.IdempotencyKey.Length > MaxKeyLength, $"idempotencyKey is {parameters.IdempotencyKey.Length} characters long; {MaxKeyLength} are allowed");
        var target = TargetOf(parameters);
        var text = parameters.Message?.Trim() ?? "";
        Refuse(call, text.Length > MaxTextLength, $"message is {text.Length} characters long; {MaxTextLength} are allowed");
        Refuse(call, parameters.ParseMode is not null, "parseMode is not taken by this gateway; send Markdown");
        var files = FilesOf(call, parameters);
        Refuse(call, text.Length == 0 && files.Count == 0, "message must not be empty unless a file goes along");
        var most = sender.Find(target.Channel)?.MaxMediaBytes ?? 0;
        Refuse(call, files.Any(file => file.Data.Length > most), $"channel {target.Channel} takes {(most == 0 ? "no files" : $"files of {most} bytes at most")}");
        return new OutboxEntry
        {
            Key = OutboxKeys.OfSend(parameters.IdempotencyKey),
            Kind = OutboxKinds.Send,
            Channel = target.Channel,
            AccountId = target.AccountId,
            SessionKey = parameters.SessionKey,
            Content = new OutboundContent
            {
                ChatId = target.ChatId,
                ChatKind = target.Kind,
                ThreadId = target.ThreadId,
                Text = text,
                Files = files,
                ReplyToMessageId = string.IsNullOrWhiteSpace(parameters.ReplyToId) ? null : parameters.ReplyToId,
                Silent = parameters.Silent is true,
            },
        };
    }

    private OutboundTarget TargetOf(SendParams parameters)
    {
        try
        {
            return targets.Resolve(parameters.To, parameters.Channel, parameters.AccountId, parameters.ThreadId);
        }
        catch (OutboundTargetException error)
        {
            throw RpcException.InvalidRequest(error.Message);
        }
    }

    private IReadOnlyList<OutboundFile> FilesOf(RpcCall call, SendParams parameters)
    {
        // Fetching an address for a caller reaches into networks the caller may not; content comes with the request.
        Refuse(
            call,
            parameters.MediaUrl is not null || parameters.MediaUrls is { Count: > 0 },
            "mediaUrl and mediaUrls are not fetched by this gateway; send the content as buffer, with filename and contentType");
        if (string.IsNullOrEmpty(parameters.Buffer))
            return [];
        Refuse(call, parameters.Buffer.Length / 4 * 3 > limits.MaxFileBytes, $"buffer is longer than {limits.MaxFileBytes} bytes");
        var data = new byte[parameters.Buffer.Length / 4 * 3 + 3];
        Refuse(call, !Convert.TryFromBase64String(parameters.Buffer, data, out var length), "buffer must be base64");
        return [new OutboundFile(parameters.ContentType is { Length: > 0 } type ? type : AnyFile, NameOf(parameters.Filename), data[..length])];
    }

    private static string? NameOf(string? name) =>
        string.IsNullOrWhiteSpace(name) ? null : name.Split('/', '\\')[^1] is { Length: > 0 and <= 255 } last ? last : null;

    private static void Refuse(RpcCall call, bool wrong, string why)
    {
        if (wrong)
            throw RpcException.InvalidRequest($"invalid {call.Method} params: {why}");
    }
}

using OpenClaw.Host.Channels.Messages;
using OpenClaw.Host.Channels.Outbox.Files;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Channels.Outbox.Sending;

/// <summary>Makes messages of what clients ask to send.</summary>
internal sealed class SendRequests(
    OutboundTargets targets, IChannelSender sender, OutboundFiles outbound, OutboundSettings settings, IConfigSource configuration, OutboxLimits limits)
{
    private const int MaxFiles = 10;
    private const int MaxKeyLength = 512;
    private const int MaxTextLength = 1_048_576;
    private const string AnyFile = "application/octet-stream";

    /// <exception cref="RpcException">The request cannot be taken.</exception>
    public async ValueTask<OutboxEntry> OfAsync(RpcCall call, SendParams parameters, CancellationToken cancellationToken)
    {
        Refuse(call, parameters.IdempotencyKey.Length > MaxKeyLength, $"idempotencyKey is {parameters.IdempotencyKey.Length} characters long; {MaxKeyLength} are allowed");
        var target = TargetOf(parameters);
        var text = parameters.Message?.Trim() ?? "";
        Refuse(call, text.Length > MaxTextLength, $"message is {text.Length} characters long; {MaxTextLength} are allowed");
        Refuse(call, parameters.ParseMode is not null, "parseMode is not taken by this gateway; send Markdown");
        var most = settings.MediaLimit(target.Channel, target.AccountId, sender.Find(target.Channel)?.MaxMediaBytes ?? 0);
        var files = await FilesOfAsync(call, parameters, most, cancellationToken);
        Refuse(call, text.Length == 0 && files.Count == 0, "message must not be empty unless a file goes along");
        Refuse(call, files.Any(file => file.Data.Length > most), $"channel {target.Channel} takes {(most == 0 ? "no files" : $"files of {most} bytes at most")}");
        return new OutboxEntry
        {
            Key = OutboxKeys.OfSend(call.Caller.Identity, parameters.IdempotencyKey),
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

    private async ValueTask<IReadOnlyList<OutboundFile>> FilesOfAsync(RpcCall call, SendParams parameters, long most, CancellationToken cancellationToken)
    {
        string[] named = [.. (parameters.MediaUrls ?? []).Prepend(parameters.MediaUrl).OfType<string>().Where(static one => one.Length > 0).Distinct(StringComparer.Ordinal)];
        // Fetching an address for a caller reaches into networks the caller may not; content comes with the request.
        Refuse(
            call,
            named.Any(static one => !one.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && one.Contains("://", StringComparison.Ordinal)),
            "mediaUrl and mediaUrls are not fetched by this gateway; send the content as buffer, with filename and contentType");
        Refuse(call, named.Length > MaxFiles, $"{named.Length} files are named; {MaxFiles} are taken");
        var files = new List<OutboundFile>(BufferOf(call, parameters));
        var agentId = parameters.AgentId ?? configuration.Current.Agents.DefaultAgent.Id;
        foreach (var reference in named)
        {
            try
            {
                files.Add(await outbound.ReadAsync(agentId, reference, Math.Min(most, limits.MaxFileBytes - files.Sum(static file => (long)file.Data.Length)), cancellationToken));
            }
            catch (OutboundFileException error)
            {
                throw RpcException.InvalidRequest($"invalid {call.Method} params: the file that mediaUrl names is not sent: {error.Message}");
            }
        }

        return files;
    }

    private IReadOnlyList<OutboundFile> BufferOf(RpcCall call, SendParams parameters)
    {
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

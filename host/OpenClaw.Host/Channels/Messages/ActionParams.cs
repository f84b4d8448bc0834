using System.Globalization;
using System.Text.Json;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Channels.Messages;

/// <summary>The parameters of an action by the names that clients use for them. Numbers and switches may come as text.</summary>
internal sealed class ActionParams(MessageActionParams request)
{
    private const int MaxIdLength = 512;

    public string Action => request.Action;

    public string Channel { get; } = request.Channel.Trim().ToLowerInvariant();

    public string? AccountId => request.AccountId ?? Text("accountId");

    public string IdempotencyKey => request.IdempotencyKey;

    /// <summary>Where: what the action names, else the chat that the caller is in.</summary>
    /// <exception cref="RpcException">Neither is there.</exception>
    public string Target => Text("target", "to", "chatId", "channelId")
        ?? (request.ToolContext is { } context ? Text(context, "currentMessagingTarget", "currentChannelId") : null)
        ?? throw Wrong("target is missing: say which chat is meant");

    public string? ThreadId => Text("threadId");

    public string? ReplyToId => request.Reply is { } reply ? Text(reply, "replyToId") : Text("replyTo", "replyToId");

    /// <exception cref="RpcException">It is not there.</exception>
    public string MessageId => Text("messageId") is { Length: > 0 and <= MaxIdLength } id
        ? id
        : throw Wrong($"messageId is missing or longer than {MaxIdLength} characters: say which message is meant");

    public string? Text(params ReadOnlySpan<string> names) => Text(request.Params, names);

    public IReadOnlyList<string>? Texts(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (request.Params.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array)
                return [.. list.EnumerateArray().Select(TextOf).OfType<string>()];
        }

        return null;
    }

    public bool? Flag(params ReadOnlySpan<string> names) => Text(request.Params, names) switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    public long? Number(params ReadOnlySpan<string> names) =>
        long.TryParse(Text(request.Params, names), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static RpcException Wrong(string why) => RpcException.InvalidRequest($"invalid message.action params: {why}");

    private static string? Text(JsonElement owner, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && TextOf(value) is { Length: > 0 } text)
                return text;
        }

        return null;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}

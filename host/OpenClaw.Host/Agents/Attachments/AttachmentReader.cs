using System.Text;
using System.Text.Json;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Attachments;

/// <summary>Takes the files out of requests: base64 in, files in the media folder out.</summary>
internal sealed class AttachmentReader(MediaFolder folder)
{
    public const int MaxCount = 20;
    private const int MaxNameLength = 256;
    private const string Unknown = "application/octet-stream";

    /// <exception cref="RpcException">There are too many, or one is too large or no file.</exception>
    public async ValueTask<IReadOnlyList<RunMedia>?> KeepAsync(
        RpcCall call, IReadOnlyList<ChatAttachment>? attachments, CancellationToken cancellationToken)
    {
        if (attachments is not { Count: > 0 })
            return null;
        if (attachments.Count > MaxCount)
            throw Wrong(call, $"{attachments.Count} attachments came; {MaxCount} are taken");
        // All are looked at before the first is kept.
        var contents = attachments.Select((attachment, index) => ContentOf(call, attachment, index)).ToList();
        var kept = new List<RunMedia>(contents.Count);
        foreach (var (attachment, content) in attachments.Zip(contents))
        {
            var type = ImageTypes.Of(content) ?? TypeOf(attachment);
            kept.Add(await folder.KeepAsync(content, type, Label(attachment.FileName), cancellationToken));
        }

        return kept;
    }

    public ValueTask<IReadOnlyList<RunMedia>?> KeepAsync(RpcCall call, IReadOnlyList<JsonElement>? attachments, CancellationToken cancellationToken)
    {
        try
        {
            return KeepAsync(call, attachments?.Select(static one => one.Deserialize(ProtocolJsonContext.Default.ChatAttachment)!).ToList(), cancellationToken);
        }
        catch (JsonException)
        {
            throw Wrong(call, "each of attachments must be an object with mimeType, fileName and content");
        }
    }

    private static byte[] ContentOf(RpcCall call, ChatAttachment? attachment, int index)
    {
        var name = $"attachments[{index}]";
        if (attachment?.Content is not { } content || !TryDecode(Inner(content), out var bytes))
            throw Wrong(call, $"{name}.content must be the file as base64");
        if (bytes.Length == 0)
            throw Wrong(call, $"{name} is empty");
        var limit = ImageTypes.Of(bytes) is null ? GatewayLimits.MaxAttachmentBytes : GatewayLimits.MaxImageBytes;
        return bytes.Length <= limit ? bytes : throw Wrong(call, $"{name} has {bytes.Length} bytes; {limit} are taken");
    }

    private static JsonElement Inner(JsonElement content)
    {
        foreach (var name in (ReadOnlySpan<string>)["data", "content", "base64"])
        {
            if (content.ValueKind == JsonValueKind.Object && content.TryGetProperty(name, out var inner))
                return inner;
        }

        return content;
    }

    private static bool TryDecode(JsonElement content, out byte[] bytes)
    {
        bytes = [];
        if (content.ValueKind != JsonValueKind.String)
            return false;
        if (content.TryGetBytesFromBase64(out var plain))
        {
            bytes = plain;
            return true;
        }

        // data:image/png;base64,...
        var text = content.GetString()!;
        var comma = text.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? text.IndexOf(',', StringComparison.Ordinal) : -1;
        var buffer = new byte[comma < 0 ? 0 : (text.Length - comma) / 4 * 3 + 3];
        if (comma < 0 || !Convert.TryFromBase64Chars(text.AsSpan(comma + 1), buffer, out var written))
            return false;
        bytes = buffer[..written];
        return true;
    }

    // A file that calls itself an image and is none is a file.
    private static string TypeOf(ChatAttachment attachment) =>
        Label(attachment.MimeType) is { } type && type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            ? type
            : Unknown;

    private static string? Label(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var line = new StringBuilder();
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, MaxNameLength)).EnumerateRunes())
            line.Append(Rune.IsControl(rune) || rune.Value is '/' or '\\' or '[' or ']' ? "_" : rune.ToString());
        return line.ToString().Trim();
    }

    private static RpcException Wrong(RpcCall call, string why) => RpcException.InvalidRequest($"invalid {call.Method} params: {why}");
}

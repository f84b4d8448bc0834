using System.Text.Json;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>A row with its content and its parts as they are on disk.</summary>
internal sealed record StoredMessageText(OutboxRow Row, string Content, string? Plan)
{
    /// <exception cref="JsonException">The row is damaged.</exception>
    public OutboundContent ReadContent() =>
        JsonSerializer.Deserialize(Content, OutboxJsonContext.Default.OutboundContent) ?? throw new JsonException("the content is null");
}

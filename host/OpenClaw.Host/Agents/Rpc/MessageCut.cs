using OpenClaw.Host.Tools;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary>Shortens the texts of a message for clients that want previews.</summary>
internal static class MessageCut
{
    public static TranscriptMessage To(TranscriptMessage message, int characters) => message with
    {
        Content = message.Content.Text is { } text
            ? MessageContent.OfText(ToolText.Cut(text, characters))
            : MessageContent.OfParts([.. message.Content.Parts!.Select(part => Cut(part, characters))]),
    };

    private static ContentPart Cut(ContentPart part, int characters) => part with
    {
        Text = part.Text is { } text ? ToolText.Cut(text, characters) : null,
        Thinking = part.Thinking is { } thinking ? ToolText.Cut(thinking, characters) : null,
    };
}

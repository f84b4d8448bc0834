using System.Text;
using OpenClaw.Content;

namespace OpenClaw.Host.Tools;

/// <summary>The text of what tools give, within bounds.</summary>
internal static class ToolText
{
    public static string Of(IReadOnlyList<MessagePart> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var piece = part switch
            {
                TextPart one => one.Text,
                MediaPart media => $"[{media.Media.MediaType}{(media.Media.FileName is { } name ? $" {name}" : string.Empty)}]",
                _ => null,
            };
            if (string.IsNullOrEmpty(piece))
                continue;
            if (text.Length > 0)
                text.Append('\n');
            text.Append(piece);
        }

        return text.ToString();
    }

    /// <summary>Cuts a text in the middle of nowhere but says so; a surrogate pair is never torn.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return $"{text.AsSpan(0, end)}\n[cut: {text.Length - end} of {text.Length} characters left out]";
    }
}

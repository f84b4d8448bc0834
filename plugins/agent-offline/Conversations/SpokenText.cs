using System.Text.RegularExpressions;
using OpenClaw.Content;

namespace OpenClaw.Agents.Offline.Conversations;

/// <summary>The words of a message.</summary>
internal static partial class SpokenText
{
    private const int MaxQuote = 400;

    public static string Of(ModelMessage message) => WithoutStamp(Join(message.Parts));

    public static string Of(ToolResultPart result) => Join(result.Content);

    /// <summary>Shortens a text for quoting, never inside a surrogate pair.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= MaxQuote)
            return text;
        var end = char.IsHighSurrogate(text[MaxQuote - 1]) ? MaxQuote - 1 : MaxQuote;
        return string.Concat(text.AsSpan(0, end), "...");
    }

    private static string Join(IEnumerable<MessagePart> parts) =>
        string.Join('\n', parts.OfType<TextPart>().Select(part => part.Text)).Trim();

    // A gateway puts the time before what a person wrote; phrases must be found behind it.
    private static string WithoutStamp(string text) => Stamp().Replace(text, "");

    [GeneratedRegex(@"\A\[[^\]\r\n]{1,64}\][ \t]*", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();
}

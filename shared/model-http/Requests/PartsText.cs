using OpenClaw.Content;

namespace OpenClaw.Agents.Common.Requests;

/// <summary>Joins the texts of a message.</summary>
internal static class PartsText
{
    public static string Join(IEnumerable<MessagePart> parts) =>
        string.Join('\n', parts.OfType<TextPart>().Select(part => part.Text));
}

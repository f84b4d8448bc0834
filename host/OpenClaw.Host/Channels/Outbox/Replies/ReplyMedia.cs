using System.Text;
using OpenClaw.Host.Channels.Text;

namespace OpenClaw.Host.Channels.Outbox.Replies;

/// <summary>Files that an answer names in lines of their own, <c>MEDIA:path</c>. The lines are taken out.</summary>
/// <param name="Text">The answer without them.</param>
/// <param name="References">Paths as the model wrote them, in order.</param>
internal sealed record ReplyMedia(string Text, IReadOnlyList<string> References)
{
    private const string Mark = "MEDIA:";
    private const int MaxReferences = 10;
    private const int MaxLength = 4_096;

    public static ReplyMedia Of(string text)
    {
        if (!text.Contains(Mark, StringComparison.Ordinal))
            return new ReplyMedia(text, []);
        var references = new List<string>();
        var rest = new StringBuilder(text.Length);
        CodeFence? fence = null;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var isCode = fence is not null;
            fence = CodeFence.After(line, fence);
            if (!isCode && ReferenceOf(line) is { } reference)
            {
                // Addresses of the network are not fetched: the chat gets them as what they are.
                if (IsAddress(reference))
                    rest.Append(reference).Append('\n');
                else if (references.Count < MaxReferences)
                    references.Add(reference);
            }
            else
            {
                rest.Append(line).Append('\n');
            }
        }

        return new ReplyMedia(rest.ToString().Trim(), references);
    }

    private static string? ReferenceOf(ReadOnlySpan<char> line)
    {
        var trimmed = line.Trim();
        if (!trimmed.StartsWith(Mark, StringComparison.Ordinal) || trimmed.Length > MaxLength)
            return null;
        var reference = trimmed[Mark.Length..].Trim(" `\"'<>");
        return reference.IsEmpty ? null : reference.ToString();
    }

    private static bool IsAddress(string reference) =>
        reference.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || reference.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}

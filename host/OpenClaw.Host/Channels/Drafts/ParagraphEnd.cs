using OpenClaw.Host.Channels.Text;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>Finds how much of a text that still grows is whole paragraphs.</summary>
internal static class ParagraphEnd
{
    /// <summary>The end of the last paragraph that is followed by another, no code block cut; the start where there is none.</summary>
    public static int After(string text, int start)
    {
        var end = start;
        CodeFence? fence = null;
        for (var line = start; line < text.Length;)
        {
            var stop = text.IndexOf('\n', line);
            // The last line may go on.
            if (stop < 0)
                return end;
            var content = text.AsSpan(line, stop - line);
            fence = CodeFence.After(content, fence);
            if (fence is null && content.IsWhiteSpace() && stop > start)
                end = stop + 1;
            line = stop + 1;
        }

        return end;
    }
}

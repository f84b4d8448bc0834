namespace OpenClaw.Host.Channels.Text;

/// <summary>Takes a text apart at its blank lines. A code block stays whole, blank lines and all.</summary>
internal static class Paragraphs
{
    public static List<string> Of(string text)
    {
        var paragraphs = new List<string>();
        var start = 0;
        var position = 0;
        CodeFence? fence = null;
        while (position < text.Length)
        {
            var end = text.IndexOf('\n', position);
            var next = end < 0 ? text.Length : end + 1;
            var line = text.AsSpan(position, (end < 0 ? text.Length : end) - position).TrimEnd('\r');
            if (fence is null && line.IsWhiteSpace())
            {
                if (!text.AsSpan(start, position - start).IsWhiteSpace())
                    paragraphs.Add(text[start..position].TrimEnd());
                start = next;
            }

            fence = CodeFence.After(line, fence);
            position = next;
        }

        if (start < text.Length)
            paragraphs.Add(text[start..]);
        return paragraphs;
    }
}

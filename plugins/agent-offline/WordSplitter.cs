namespace OpenClaw.Agents.Offline;

/// <summary>Cuts a text into words that keep the white space behind them, so that the pieces join to the same text.</summary>
internal static class WordSplitter
{
    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i - 1]) || char.IsWhiteSpace(text[i]))
                continue;
            yield return text[start..i];
            start = i;
        }

        if (start < text.Length)
            yield return text[start..];
    }
}

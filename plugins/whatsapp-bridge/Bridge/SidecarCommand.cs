namespace OpenClaw.Channels.WhatsApp.Bridge;

/// <summary>The program that is the bridge.</summary>
/// <param name="Program">Its file.</param>
/// <param name="Arguments">What it is given.</param>
internal sealed record SidecarCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>A command line as people write it: words, those with spaces in double quotes.</summary>
    public static SidecarCommand? Parse(string line)
    {
        var words = new List<string>();
        var word = new System.Text.StringBuilder();
        var (isQuoted, hasWord) = (false, false);
        foreach (var sign in line)
        {
            if (sign == '"')
                (isQuoted, hasWord) = (!isQuoted, true);
            else if (char.IsWhiteSpace(sign) && !isQuoted)
                hasWord = End(words, word, hasWord);
            else
                hasWord = word.Append(sign).Length > 0;
        }

        End(words, word, hasWord);
        return words.Count == 0 ? null : new SidecarCommand(words[0], words[1..]);
    }

    private static bool End(List<string> words, System.Text.StringBuilder word, bool hasWord)
    {
        if (hasWord)
            words.Add(word.ToString());
        word.Clear();
        return false;
    }
}

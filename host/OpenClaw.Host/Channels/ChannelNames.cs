namespace OpenClaw.Host.Channels;

/// <summary>Words for channels that people have learned elsewhere.</summary>
internal static class ChannelNames
{
    private const string ShortNames = "tg=telegram wa=whatsapp";
    private const string TokenKeys = "telegram=botToken";

    /// <summary>The id that a word means; the word itself where it is no short name.</summary>
    public static string Full(string word) => Find(ShortNames, word.ToLowerInvariant()) ?? word.ToLowerInvariant();

    /// <summary>The setting that holds the token of an account.</summary>
    public static string TokenKey(string channel) => Find(TokenKeys, channel) ?? "token";

    private static string? Find(string table, string word)
    {
        foreach (var entry in table.Split(' '))
        {
            if (entry.Length > word.Length + 1 && entry[word.Length] == '=' && entry.StartsWith(word, StringComparison.Ordinal))
                return entry[(word.Length + 1)..];
        }

        return null;
    }
}

namespace OpenClaw.Host.Channels;

/// <summary>Words that people write instead of a channel's id.</summary>
internal static class ChannelNames
{
    /// <summary>The id that a word means; the word itself where it is no short name.</summary>
    public static string Full(string word) => word.ToLowerInvariant() switch
    {
        "tg" => "telegram",
        "wa" => "whatsapp",
        var other => other,
    };
}

namespace OpenClaw.Host.Channels.Outbox.Replies;

/// <summary>What goes before each answer.</summary>
internal static class ReplyPrefix
{
    public static string Put(string? prefix, string text) =>
        prefix is null ? text : char.IsWhiteSpace(prefix[^1]) ? prefix + text : $"{prefix} {text}";
}

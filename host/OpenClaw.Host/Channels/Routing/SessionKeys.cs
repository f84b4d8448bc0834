using System.Text;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Configuration.Model.Sessions;

namespace OpenClaw.Host.Channels.Routing;

/// <summary>Makes session keys from what platforms call people and chats. Parts of a platform are escaped: none can name another session.</summary>
internal static class SessionKeys
{
    private const int LongestPart = 150;

    public static string Of(string agentId, AccountKey account, ReceivedMessage message, SessionScopes scopes)
    {
        if (scopes.IsGlobal)
            return "global";
        return message.ChatKind == ChatKind.Direct ? Direct(agentId, account, message, scopes) : Group(agentId, account, message, scopes);
    }

    private static string Direct(string agentId, AccountKey account, ReceivedMessage message, SessionScopes scopes)
    {
        if (scopes.Direct == DmScope.Main)
            return $"agent:{agentId}:main";
        var peer = Part(Canonical(account.Channel, message.SenderId, scopes.IdentityLinks));
        var scope = scopes.Direct switch
        {
            DmScope.PerPeer => "direct",
            DmScope.PerChannelPeer => $"{Part(account.Channel)}:direct",
            _ => $"{Part(account.Channel)}:{Part(account.Account)}:direct",
        };
        return Threaded($"agent:{agentId}:{scope}:{peer}", message);
    }

    private static string Group(string agentId, AccountKey account, ReceivedMessage message, SessionScopes scopes)
    {
        if (scopes.Group == GroupScope.Main)
            return $"agent:{agentId}:main";
        var kind = message.ChatKind == ChatKind.Group ? "group" : "channel";
        return Apart(Threaded($"agent:{agentId}:{Part(account.Channel)}:{kind}:{Part(message.ChatId)}", message), message);
    }

    private static string Threaded(string key, ReceivedMessage message) =>
        message.ThreadId is { Length: > 0 } thread ? $"{key}:{ThreadWord(message)}:{Part(thread)}" : key;

    // Where several accounts may be in one group, the channel says what keeps their sessions apart.
    private static string Apart(string key, ReceivedMessage message) =>
        (message.Facts ?? default).Text("sessionThread") is { Length: > 0 } thread ? $"{key}:thread:{Part(thread)}" : key;

    // Platforms with forums call a thread a topic, and so do the keys of their sessions.
    private static string ThreadWord(ReceivedMessage message) =>
        (message.Facts ?? default).Text("threadKind") == "topic" ? "topic" : "thread";

    /// <summary>The name under which the configuration knows a person of several channels.</summary>
    private static string Canonical(string channel, string senderId, IReadOnlyDictionary<string, IReadOnlyList<string>> links)
    {
        var full = $"{channel}:{senderId}";
        foreach (var (name, addresses) in links)
        {
            if (addresses.Any(address => Same(address, full) || Same(address, senderId)))
                return name;
        }

        return senderId;
    }

    private static string Part(string text)
    {
        var part = new StringBuilder();
        foreach (var character in text.Trim().ToLowerInvariant())
        {
            if (character is ':' or '%' || char.IsControl(character) || char.IsWhiteSpace(character))
                part.Append('%').Append(((int)character).ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
            else
                part.Append(character);
        }

        return part.Length <= LongestPart ? part.ToString() : Shortened(part.ToString());
    }

    // Two long ids with the same beginning stay two sessions.
    private static string Shortened(string part) =>
        string.Concat(part.AsSpan(0, LongestPart - 33), "~", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(part))).AsSpan(0, 32));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

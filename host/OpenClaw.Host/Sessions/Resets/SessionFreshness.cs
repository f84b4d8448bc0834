using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Sessions;

namespace OpenClaw.Host.Sessions.Resets;

/// <summary>Whether the next message of a session goes on with its conversation or begins a new one (<c>session.reset</c>).</summary>
internal sealed class SessionFreshness(IConfigSource configuration, TimeProvider time)
{
    private const string Clients = "webchat";

    /// <param name="session">The session as it is.</param>
    /// <param name="channel">Where the message came from; null for clients of the gateway.</param>
    public bool IsOver(SessionEntry session, string? channel)
    {
        var policy = PolicyOf(session, channel);
        if (policy.Mode == SessionResetMode.None || session.SessionStartedAt is not { } startedAt)
            return false;
        return ResetMoments.IsOver(
            policy,
            DateTimeOffset.FromUnixTimeMilliseconds(startedAt),
            DateTimeOffset.FromUnixTimeMilliseconds(session.LastInteractionAt ?? startedAt),
            time.GetUtcNow(),
            time.LocalTimeZone);
    }

    private SessionResetConfig PolicyOf(SessionEntry session, string? channel)
    {
        var rules = configuration.Current.Session;
        if (rules.ResetByChannel.Count > 0 && Find(rules.ResetByChannel, channel ?? ChannelOf(session.Key) ?? Clients) is { } ofChannel)
            return ofChannel;
        return rules.ResetByType.Count > 0 && Find(rules.ResetByType, TypeOf(session)) is { } ofType ? ofType : rules.Reset;
    }

    private static SessionResetConfig? Find(IReadOnlyDictionary<string, SessionResetConfig> rules, string name)
    {
        foreach (var (key, rule) in rules)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                return rule;
        }

        return null;
    }

    private static string TypeOf(SessionEntry session)
    {
        if (session.Key.Contains(":thread:", StringComparison.Ordinal) || session.Key.Contains(":topic:", StringComparison.Ordinal))
            return "thread";
        return session.Kind == SessionKind.Group ? "group" : "direct";
    }

    // agent:<id>:<channel>:group:<chat>, and the like.
    private static string? ChannelOf(string key) => key.Split(':') is ["agent", _, var channel, _, _, ..] ? channel : null;
}

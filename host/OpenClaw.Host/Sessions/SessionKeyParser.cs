using System.Text;
using OpenClaw.Host.Configuration;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Sessions;

/// <summary>Turns what clients and channels call a session into its canonical key.</summary>
internal sealed class SessionKeyParser(IConfigSource configuration)
{
    private const string AgentPrefix = "agent:";
    private const string GlobalKey = "global";
    private const string MainAlias = "main";

    /// <summary>The main session of an agent, or of the default one.</summary>
    public SessionAddress Main(string? agentId = null) => Parse(null, agentId);

    /// <param name="key">As the caller wrote it; nothing and <c>main</c> mean the main session.</param>
    /// <param name="agentId">The agent the caller named beside the key, if any.</param>
    /// <exception cref="SessionKeyException">The key is malformed or names an agent that does not exist.</exception>
    public SessionAddress Parse(string? key, string? agentId = null)
    {
        var config = configuration.Current;
        var agent = KnownAgent(config, agentId) ?? config.Agents.DefaultAgent.Id;
        var text = Clean(key);
        if (text.Length == 0 || text == MainAlias || text == config.Session.MainKey)
            return Of(config, agent, config.Session.MainKey);
        if (text == GlobalKey)
            return new SessionAddress { Key = GlobalKey, AgentId = agent, Kind = SessionKind.Global };
        if (text.StartsWith(AgentPrefix, StringComparison.Ordinal))
            return Qualified(config, text, agentId);
        return config.Agents.Find(text) is { } named && agentId is null
            ? Of(config, named.Id, config.Session.MainKey)
            : Of(config, agent, text);
    }

    private static SessionAddress Qualified(OpenClawConfig config, string text, string? agentId)
    {
        var rest = text.AsSpan(AgentPrefix.Length);
        var separator = rest.IndexOf(':');
        if (separator <= 0 || separator == rest.Length - 1)
            throw new SessionKeyException($"malformed session key \"{text}\"");
        var named = rest[..separator].ToString();
        var owner = KnownAgent(config, named)!;
        if (agentId is not null && !string.Equals(agentId, owner, StringComparison.OrdinalIgnoreCase))
            throw new SessionKeyException($"session key \"{text}\" belongs to agent \"{owner}\", not to \"{agentId}\"");
        return Of(config, owner, rest[(separator + 1)..].ToString());
    }

    private static SessionAddress Of(OpenClawConfig config, string agentId, string rest)
    {
        var isMain = rest == MainAlias || rest == config.Session.MainKey;
        var key = $"{AgentPrefix}{agentId.ToLowerInvariant()}:{(isMain ? config.Session.MainKey : rest)}";
        CheckLength(key);
        return new SessionAddress { Key = key, AgentId = agentId, Kind = KindOf(rest), IsMain = isMain };
    }

    private static SessionKind KindOf(string rest) =>
        rest.Contains(":group:", StringComparison.Ordinal) || rest.Contains(":channel:", StringComparison.Ordinal)
            ? SessionKind.Group
            : SessionKind.Direct;

    private static string? KnownAgent(OpenClawConfig config, string? agentId)
    {
        if (string.IsNullOrEmpty(agentId))
            return null;
        return config.Agents.Find(agentId)?.Id ?? throw new SessionKeyException($"unknown agent id \"{Shown(agentId)}\"");
    }

    private static void CheckLength(string key)
    {
        if (key.Length > GatewayLimits.MaxSessionKeyLength)
            throw new SessionKeyException($"session key is {key.Length} characters long; {GatewayLimits.MaxSessionKeyLength} are allowed");
    }

    private static string Clean(string? key)
    {
        if (key is null)
            return string.Empty;
        CheckLength(key);
        if (key.Any(char.IsControl))
            throw new SessionKeyException($"malformed session key \"{Shown(key)}\": control characters are not allowed");
        return key.Trim().ToLowerInvariant();
    }

    private static string Shown(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, 64)))
            shown.Append(char.IsControl(character) ? '\uFFFD' : character);
        return shown.ToString();
    }
}

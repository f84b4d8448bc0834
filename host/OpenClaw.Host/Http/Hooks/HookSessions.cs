using OpenClaw.Host.Sessions;

namespace OpenClaw.Host.Http.Hooks;

/// <summary>Finds the session that a hook works in, and refuses those it may not touch.</summary>
internal sealed class HookSessions(SessionKeyParser keys)
{
    /// <exception cref="HookException">The agent or the session is unknown or not allowed.</exception>
    public SessionAddress Of(string? agentId, string? sessionKey, bool isForeignKey, string runId, HookSettings settings)
    {
        if (sessionKey is not null && isForeignKey && !settings.AllowRequestSessionKey)
        {
            throw HookException.Invalid(
                "sessionKey is disabled for externally supplied hook payload values; set hooks.allowRequestSessionKey=true to enable");
        }

        var address = Parse(sessionKey ?? settings.DefaultSessionKey ?? $"hook:{runId}", agentId);
        if (settings.AllowedAgentIds is { } agents && !agents.Contains(address.AgentId, StringComparer.OrdinalIgnoreCase))
            throw HookException.Invalid($"agentId \"{address.AgentId}\" is not among hooks.allowedAgentIds");
        // Compared as the gateway will use it: spelling, spaces and an agent in front make no difference.
        if (sessionKey is not null && isForeignKey && settings.AllowedSessionKeyPrefixes is { Count: > 0 } prefixes && !prefixes.Any(prefix => HasPrefix(address, prefix)))
            throw HookException.Invalid($"sessionKey must begin with one of hooks.allowedSessionKeyPrefixes: {string.Join(", ", prefixes)}");
        return address;
    }

    /// <exception cref="HookException">The agent or the session is unknown or not allowed.</exception>
    public SessionAddress MainOf(string? agentId, string? sessionKey, HookSettings settings) => sessionKey is null
        ? Of(agentId, "main", isForeignKey: false, runId: "", settings)
        : Of(agentId, sessionKey, isForeignKey: true, runId: "", settings);

    private SessionAddress Parse(string key, string? agentId)
    {
        try
        {
            return keys.Parse(key, agentId);
        }
        catch (SessionKeyException error)
        {
            throw HookException.Invalid(error.Message.Replace("unknown agent id ", "unknown agentId ", StringComparison.Ordinal));
        }
    }

    private static bool HasPrefix(SessionAddress address, string prefix)
    {
        var own = address.Key.AsSpan($"agent:{address.AgentId}:".Length);
        return prefix.StartsWith("agent:", StringComparison.Ordinal) ? address.Key.StartsWith(prefix, StringComparison.Ordinal) : own.StartsWith(prefix, StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Outbox.Replies;

/// <summary>What a session's choices and <c>session.sendPolicy</c> make of an answer.</summary>
internal sealed class DeliveryRules(IConfigSource configuration)
{
    /// <summary>Whether the run's words go into the chat. What the gateway itself answers always does.</summary>
    public bool Allows(RunRecord run, ReplyRoute route, SessionEntry? session) =>
        run.Outcome?.IsCommand == true || (session?.Settings.SendPolicy ?? OfConfiguration(run.SessionKey, route)) != SendPolicies.Deny;

    /// <summary>The answer with what it took, where that was chosen.</summary>
    public static string WithUsage(string text, RunRecord run, SessionEntry? session)
    {
        if (run.State != RunState.Done || text.Length == 0 || run.Outcome is not { IsCommand: false, Usage: { } usage } outcome)
            return text;
        return session?.Settings.ResponseUsage switch
        {
            "tokens" or "on" => string.Create(CultureInfo.InvariantCulture, $"{text}\n\nUsage: {usage.Input} in / {usage.Output} out"),
            "full" => string.Create(
                CultureInfo.InvariantCulture,
                $"{text}\n\nUsage: {usage.Input} in / {usage.Output} out / {usage.CacheRead ?? 0} cached · {outcome.Provider}/{outcome.Model} · {run.SessionKey}"),
            _ => text,
        };
    }

    /// <summary>The first rule that fits decides.</summary>
    private string? OfConfiguration(string sessionKey, ReplyRoute route)
    {
        var policy = configuration.Current.Raw.Member("session").Member("sendPolicy");
        if (policy.Member("rules") is { ValueKind: JsonValueKind.Array } rules)
        {
            foreach (var rule in rules.EnumerateArray())
            {
                if (Fits(rule.Member("match"), sessionKey, route))
                    return rule.Text("action");
            }
        }

        return policy.Text("default");
    }

    private static bool Fits(JsonElement match, string sessionKey, ReplyRoute route) =>
        (match.Text("channel") is not { } channel || string.Equals(channel, route.Channel, StringComparison.OrdinalIgnoreCase))
        && (match.Text("chatType") is not { } type || string.Equals(type, TypeOf(route.ChatKind), StringComparison.OrdinalIgnoreCase) || (type == "dm" && route.ChatKind == ChatKind.Direct))
        && (match.Text("rawKeyPrefix") is not { } raw || sessionKey.StartsWith(raw, StringComparison.OrdinalIgnoreCase))
        && (match.Text("keyPrefix") is not { } prefix
            || sessionKey.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            || WithoutAgent(sessionKey).StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static ReadOnlySpan<char> WithoutAgent(string key)
    {
        var agent = key.StartsWith("agent:", StringComparison.Ordinal) ? key.IndexOf(':', "agent:".Length) : -1;
        return key.AsSpan(agent + 1);
    }

    private static string TypeOf(ChatKind kind) => kind switch
    {
        ChatKind.Direct => "direct",
        ChatKind.Group => "group",
        _ => "channel",
    };
}

using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Channels.Routing;

/// <summary>One entry of <c>bindings</c>: which agent answers what it matches.</summary>
internal sealed record Binding(string AgentId, JsonElement Match, JsonElement Session)
{
    // From the most to the least specific; every field that is given must match.
    private const int Peer = 7;
    private const int ParentPeer = 6;
    private const int AnyPeer = 5;
    private const int GuildRoles = 4;
    private const int Guild = 3;
    private const int Account = 2;
    private const int Channel = 1;

    public static IReadOnlyList<Binding> All(JsonElement configuration) =>
        configuration.Member("bindings") is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(static item => item.Text("agentId") is not null).Select(static item => new Binding(item.Text("agentId")!, item.Member("match"), item.Member("session")))]
            : [];

    /// <returns>How specific the match is; nothing where a field does not match.</returns>
    public int? Rank(string channel, string account, string defaultAccount, ReceivedMessage message)
    {
        if (!Same(Match.Text("channel"), channel) || !MatchesAccount(account, defaultAccount))
            return null;
        var facts = message.Facts ?? default;
        if (Match.Text("guildId") is { } guild && guild != facts.Text("guildId"))
            return null;
        if (Match.Text("teamId") is { } team && team != facts.Text("teamId"))
            return null;
        if (Match.Texts("roles") is { Count: > 0 } roles && !roles.Intersect(facts.Texts("roles") ?? []).Any())
            return null;
        return Match.Member("peer") is { ValueKind: JsonValueKind.Object } peer ? PeerRank(peer, message, facts) : PlaceRank();
    }

    private int PlaceRank()
    {
        if (Match.Text("guildId") is not null)
            return Match.Texts("roles") is { Count: > 0 } ? GuildRoles : Guild;
        if (Match.Text("teamId") is not null)
            return Guild;
        return Match.Text("accountId") is { } account && account != "*" ? Account : Channel;
    }

    private static int? PeerRank(JsonElement peer, ReceivedMessage message, JsonElement facts)
    {
        var kind = peer.Text("kind");
        if (kind is not null && kind != KindOf(message.ChatKind) && !(kind == "dm" && message.ChatKind == ChatKind.Direct))
            return null;
        var id = peer.Text("id");
        if (id == "*")
            return AnyPeer;
        if (Same(id, message.ChatId) || (message.ChatKind == ChatKind.Direct && Same(id, message.SenderId)))
            return Peer;
        return Same(id, facts.Text("parentChatId")) ? ParentPeer : null;
    }

    private bool MatchesAccount(string account, string defaultAccount) => Match.Text("accountId") switch
    {
        null => Same(account, defaultAccount),
        "*" => true,
        var named => Same(named, account),
    };

    public static string KindOf(ChatKind kind) => kind switch
    {
        ChatKind.Direct => "direct",
        ChatKind.Group => "group",
        _ => "channel",
    };

    private static bool Same(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

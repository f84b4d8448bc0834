using System.Text.Json;
using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Channels.Admission;

/// <summary>
/// Decides about messages in channels of a server (<c>guilds</c>). What the channel plugin knows of the place and the sender (<c>guildId</c>,
/// <c>guildSlug</c>, <c>channelSlug</c>, <c>parentChatId</c>, <c>parentSlug</c>, <c>roles</c>, <c>meansOthers</c>) comes with the message.
/// </summary>
internal static class GuildRules
{
    private const string All = "*";

    public static bool Concern(ReceivedMessage message) => FactsOf(message).Text("guildId") is not null;

    public static Verdict Decide(AccountPolicy policy, ReceivedMessage message, bool isAddressed, string? activation)
    {
        if (policy.Group == GroupPolicy.Disabled)
            return Verdict.Drop("servers are off");
        var facts = FactsOf(message);
        var guild = GuildOf(policy, facts.Text("guildId"), facts.Text("guildSlug"));
        if (guild.ValueKind != JsonValueKind.Object && (policy.Group == GroupPolicy.Allowlist || policy.Guilds.ValueKind == JsonValueKind.Object))
            return Verdict.Drop("server is not on the list");
        var channels = guild.Member("channels");
        var channel = ChannelOf(channels, message, facts);
        if (channels.ValueKind == JsonValueKind.Object && channel.ValueKind != JsonValueKind.Object && channel.ValueKind != JsonValueKind.True)
            return Verdict.Drop("channel is not on the server's list");
        if (guild.Flag("enabled") == false || channel.Flag("enabled") == false || channel.Flag("allow") == false)
            return Verdict.Drop("channel is off");
        if (!IsListed(HasPeople(channel) ? channel : guild, policy, message, facts))
            return Verdict.Drop("sender is not on the server's list");
        if ((channel.Flag("ignoreOtherMentions") ?? guild.Flag("ignoreOtherMentions")) == true && !isAddressed && facts.Flag("meansOthers") == true)
            return Verdict.Drop("somebody else is meant");
        var isOpen = activation is { } chosen ? chosen == "always" : (channel.Flag("requireMention") ?? guild.Flag("requireMention")) == false;
        return isAddressed || isOpen ? Verdict.Turn : Verdict.Hold;
    }

    private static JsonElement FactsOf(ReceivedMessage message) => message.Facts ?? default;

    // A thread goes by the entry of the channel it is in, unless it has one of its own.
    private static JsonElement ChannelOf(JsonElement channels, ReceivedMessage message, JsonElement facts)
    {
        var own = Named(channels, message.ChatId, facts.Text("parentChatId") is null ? facts.Text("channelSlug") : null);
        if (own.ValueKind == JsonValueKind.Undefined)
            own = Named(channels, facts.Text("parentChatId"), facts.Text("parentSlug"));
        return own.ValueKind == JsonValueKind.Undefined ? channels.Member(All) : own;
    }

    // Anybody can make a server of any name and invite the bot. An entry that may only be meant lets nobody in, and nobody past it by "*".
    private static JsonElement GuildOf(AccountPolicy policy, string? id, string? slug) =>
        Named(policy.Guilds, id, slug: null) is { ValueKind: not JsonValueKind.Undefined } own ? own
        : Named(policy.Guilds, id: null, slug) is not { ValueKind: not JsonValueKind.Undefined } byName ? policy.Guilds.Member(All)
        : policy.AllowGuildNames ? byName
        : default;

    private static JsonElement Named(JsonElement map, string? id, string? slug) =>
        id is not null && map.Member(id) is { ValueKind: not JsonValueKind.Undefined } byId ? byId
        : slug is not null && map.Member(slug) is { ValueKind: not JsonValueKind.Undefined } bySlug ? bySlug
        : slug is not null ? map.Member($"#{slug}")
        : default;

    private static bool HasPeople(JsonElement entry) => entry.Texts("users") is not null || entry.Texts("roles") is not null;

    private static bool IsListed(JsonElement entry, AccountPolicy policy, ReceivedMessage message, JsonElement facts)
    {
        var (users, roles) = (entry.Texts("users"), entry.Texts("roles"));
        return (users is null && roles is null)
            || (users is not null && new SenderList(policy.Channel, users).Has(message))
            || (roles is not null && roles.Intersect(facts.Texts("roles") ?? [], StringComparer.Ordinal).Any());
    }
}

using System.Text.Json;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Channels.Admission;

/// <summary>Whom an account listens to. Read for each message, so that a change of the file holds for the next one.</summary>
internal sealed record AccountPolicy
{
    private const int DefaultHistory = 50;

    public required string Channel { get; init; }

    /// <summary>Whether messages of bots count; two bots that answer each other never end.</summary>
    public bool AllowBots { get; init; }

    /// <summary>Whether they count where they mention the account (<c>allowBots: "mentions"</c>).</summary>
    public bool AllowBotMentions { get; init; }

    public required DmPolicy Dm { get; init; }

    public required SenderList AllowFrom { get; init; }

    public required GroupPolicy Group { get; init; }

    /// <summary>Senders in groups; where it is empty, <see cref="AllowFrom"/> counts.</summary>
    public required SenderList GroupAllowFrom { get; init; }

    /// <summary>The groups the account takes part in, by id or <c>*</c>; nothing where the file has no such map.</summary>
    public JsonElement Groups { get; init; }

    /// <summary>The servers whose channels the account takes part in, by id or <c>*</c>; nothing where the file has no such map.</summary>
    public JsonElement Guilds { get; init; }

    /// <summary>Whether servers count by their short names too, which anybody can give to one (<c>dangerouslyAllowNameMatching</c>).</summary>
    public bool AllowGuildNames { get; init; }

    /// <summary>How many messages that were not meant for the agent it is shown with the next one that is.</summary>
    public int HistoryLimit { get; init; }

    public static AccountPolicy Of(ConfiguredAccount account, JsonElement configuration)
    {
        var settings = account.Settings;
        var allowed = AccessGroups.Expand(settings.Texts("allowFrom") ?? [], account.Channel, configuration);
        var inGroups = AccessGroups.Expand(settings.Texts("groupAllowFrom") ?? [], account.Channel, configuration);
        return new AccountPolicy
        {
            Channel = account.Channel,
            AllowBots = settings.Flag("allowBots") == true,
            AllowBotMentions = settings.Text("allowBots") == "mentions",
            Dm = settings.Choice<DmPolicy>("dmPolicy") ?? DmPolicy.Pairing,
            AllowFrom = new SenderList(account.Channel, allowed),
            Group = settings.Choice<GroupPolicy>("groupPolicy")
                ?? configuration.Member("channels").Member("defaults").Choice<GroupPolicy>("groupPolicy") ?? GroupPolicy.Allowlist,
            GroupAllowFrom = new SenderList(account.Channel, inGroups.Count > 0 ? inGroups : allowed),
            Groups = settings.Member("groups"),
            Guilds = settings.Member("guilds"),
            AllowGuildNames = settings.Flag("dangerouslyAllowNameMatching") == true,
            HistoryLimit = Math.Clamp(
                settings.Integer("historyLimit") ?? configuration.Member("messages").Member("groupChat").Integer("historyLimit") ?? DefaultHistory, 0, 500),
        };
    }

    /// <summary>What the file says of the group and the topic of a message.</summary>
    public GroupEntry GroupOf(ReceivedMessage message) => GroupEntry.Of(Groups, message.ChatId, message.ThreadId);
}

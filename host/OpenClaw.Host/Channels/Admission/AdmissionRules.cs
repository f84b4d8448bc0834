using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Channels.Admission;

/// <summary>Decides whether a message is for the agent. The first rule that fits decides; what no rule lets in stays out.</summary>
internal static class AdmissionRules
{
    /// <param name="policy">The account's rules.</param>
    /// <param name="message">The message.</param>
    /// <param name="isPaired">Whether a person let the sender in by a code.</param>
    /// <param name="isAddressed">Whether the agent is meant: by a mention, a reply, a pattern or a command.</param>
    /// <param name="activation">What was chosen for the group: <c>mention</c> or <c>always</c>.</param>
    public static Verdict Decide(AccountPolicy policy, ReceivedMessage message, bool isPaired, bool isAddressed, string? activation = null)
    {
        if (message.SenderIsBot && !policy.AllowBots && !(policy.AllowBotMentions && message.Mentioned))
            return Verdict.Drop("sender is a bot");
        if (message.Reaction is null && message.Text.Trim().Length == 0 && message.Media.Count == 0)
            return Verdict.Drop("no content");
        if (message.ChatKind == ChatKind.Direct)
            return Direct(policy, message, isPaired);
        return GuildRules.Concern(message) ? GuildRules.Decide(policy, message, isAddressed, activation) : Group(policy, message, isAddressed, activation);
    }

    private static Verdict Direct(AccountPolicy policy, ReceivedMessage message, bool isPaired)
    {
        if (policy.Dm == DmPolicy.Disabled)
            return Verdict.Drop("direct messages are off");
        // The account's owner, who writes to it by the account itself.
        if ((message.Facts ?? default).Flag("fromAccountItself") == true)
            return Verdict.Turn;
        if (policy.AllowFrom.Has(message) || (policy.Dm == DmPolicy.Pairing && isPaired))
            return Verdict.Turn;
        return policy.Dm == DmPolicy.Pairing ? Verdict.Pair : Verdict.Drop("sender is not on the list");
    }

    private static Verdict Group(AccountPolicy policy, ReceivedMessage message, bool isAddressed, string? activation)
    {
        var group = policy.GroupOf(message);
        var rule = group.Choice<GroupPolicy>("groupPolicy") ?? policy.Group;
        if (rule == GroupPolicy.Disabled || group.Flag("enabled") == false)
            return Verdict.Drop("group is off");
        var hasList = policy.Groups.ValueKind == JsonValueKind.Object;
        if (!group.IsListed && (hasList || rule == GroupPolicy.Allowlist))
            return Verdict.Drop("group is not on the list");
        var senders = group.Texts("allowFrom") is { } own ? new SenderList(policy.Channel, own) : policy.GroupAllowFrom;
        if (rule == GroupPolicy.Allowlist && !senders.Has(message))
            return Verdict.Drop("sender is not on the group's list");
        var isOpen = activation is { } chosen ? chosen == "always" : group.Flag("requireMention") == false;
        return isAddressed || isOpen ? Verdict.Turn : Verdict.Hold;
    }
}

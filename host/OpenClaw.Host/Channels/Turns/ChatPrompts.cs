using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Channels.Turns;

/// <summary>What the owner has the agent told in one chat alone (<c>groups.&lt;id&gt;.systemPrompt</c>, <c>direct.&lt;id&gt;.systemPrompt</c>).</summary>
internal static class ChatPrompts
{
    private const int MaxLength = 20_000;

    public static string? Of(JsonElement account, ReceivedMessage message)
    {
        var text = message.ChatKind == ChatKind.Direct
            ? (account.Member("direct").Member(message.SenderId) is { ValueKind: JsonValueKind.Object } own ? own : account.Member("direct").Member("*")).Text("systemPrompt")
            : OfGroup(GroupEntry.Of(account.Member("groups"), message.ChatId, message.ThreadId));
        return string.IsNullOrWhiteSpace(text) ? null : text.Length <= MaxLength ? text.Trim() : text[..MaxLength];
    }

    // What the topic adds comes behind what holds for the whole group.
    private static string? OfGroup(GroupEntry entry) =>
        (entry.Group.Text("systemPrompt"), entry.Topic.Text("systemPrompt")) switch
        {
            ({ } group, { } topic) => $"{group.Trim()}\n\n{topic.Trim()}",
            var (group, topic) => topic ?? group,
        };
}

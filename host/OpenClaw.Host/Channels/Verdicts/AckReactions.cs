using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Channels.Verdicts;

/// <summary>The reaction that says a message was taken: which one, and where (<c>ackReaction</c>, <c>messages.ackReactionScope</c>).</summary>
internal static class AckReactions
{
    private const string Usual = "👀";
    private const int MaxLength = 64;

    /// <returns>The emoji; null where none is set.</returns>
    public static string? Of(JsonElement account, string channel, ChatKind kind, bool isAddressed, string agentId, OpenClawConfig config)
    {
        if (!account.Member("ackReactionScope").Or(config.Raw.Member("messages").Member("ackReactionScope")).IsIn(kind, isAddressed))
            return null;
        var chosen = account.Text("ackReaction") ?? config.Raw.Member("messages").Text("ackReaction");
        // People on WhatsApp see reactions as notifications: there only who asks for them gets them.
        if (channel == "whatsapp" && (chosen is null || account.Text("reactionLevel") == "off"))
            return null;
        chosen ??= config.Agents.Find(agentId)?.Identity.Emoji ?? Usual;
        return chosen.Trim() is { Length: > 0 and <= MaxLength } emoji ? emoji : null;
    }

    private static JsonElement Or(this JsonElement own, JsonElement other) => own.ValueKind == JsonValueKind.String ? own : other;

    private static bool IsIn(this JsonElement scope, ChatKind kind, bool isAddressed) => (scope.ValueKind == JsonValueKind.String ? scope.GetString() : null) switch
    {
        "all" => true,
        "direct" => kind == ChatKind.Direct,
        "group-all" => kind != ChatKind.Direct,
        "off" or "none" => false,
        _ => kind != ChatKind.Direct && isAddressed,
    };
}

using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Typing;

/// <summary>When a chat is shown that an answer is being written (<c>typingMode</c>), and how often.</summary>
internal static class TypingModes
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(6);

    /// <summary>What is configured; without that at once where the agent was addressed, and with the first words elsewhere.</summary>
    public static TypingMode Of(OpenClawConfig config, ReplyRoute route) =>
        Text(config.Raw, "typingMode") switch
        {
            "never" => TypingMode.Never,
            "instant" => TypingMode.Instant,
            "thinking" => TypingMode.Thinking,
            "message" => TypingMode.Message,
            _ => route.ChatKind == ChatKind.Direct || route.TellsFailures ? TypingMode.Instant : TypingMode.Message,
        };

    public static TimeSpan IntervalOf(OpenClawConfig config) =>
        Find(config.Raw, "typingIntervalSeconds") is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var seconds) && seconds >= 1
            ? TimeSpan.FromSeconds(Math.Min(seconds, 60))
            : Usual;

    private static string? Text(JsonElement raw, string name) => Find(raw, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement Find(JsonElement raw, string name)
    {
        var ofSessions = raw.Member("session").Member(name);
        return ofSessions.ValueKind == JsonValueKind.Undefined ? raw.Member("agents").Member("defaults").Member(name) : ofSessions;
    }
}

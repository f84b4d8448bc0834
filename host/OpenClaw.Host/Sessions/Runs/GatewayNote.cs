using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>Messages that the gateway itself puts into a transcript, where a run left no answer of a model.</summary>
internal static class GatewayNote
{
    public const string Provider = "openclaw";
    public const string Model = "gateway-injected";

    private static readonly MessageUsage NoUsage = new()
    {
        Input = 0,
        Output = 0,
        TotalTokens = 0,
        CacheRead = 0,
        CacheWrite = 0,
        Cost = new MessageCost { Input = 0, Output = 0, CacheRead = 0, CacheWrite = 0, Total = 0 },
    };

    /// <summary>Words that are part of the conversation although no model said them.</summary>
    public static TranscriptMessage Said(string text, long now) => new()
    {
        Role = MessageRoles.Assistant,
        Content = MessageContent.OfTextPart(text),
        Timestamp = now,
        StopReason = MessageStopReasons.Stop,
        Usage = NoUsage,
        Api = "openai-responses",
        Provider = Provider,
        Model = Model,
    };

    /// <param name="runId">The run.</param>
    /// <param name="purpose">What the note is for; unique among the notes of a run.</param>
    /// <param name="text">For people. No model gets to see it.</param>
    /// <param name="now">When.</param>
    public static TranscriptMessage Of(string runId, string purpose, string text, long now) => new()
    {
        Role = MessageRoles.Assistant,
        Content = MessageContent.OfTextPart(text),
        Timestamp = now,
        Provider = Provider,
        Model = Model,
        Usage = NoUsage,
        StopReason = MessageStopReasons.Error,
        IdempotencyKey = $"{runId}:{purpose}",
        Other = TranscriptMembers.Of(TranscriptMembers.ExcludeFromContext, TranscriptMembers.True),
    };
}

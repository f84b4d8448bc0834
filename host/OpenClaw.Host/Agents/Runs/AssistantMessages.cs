using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>Writes what a model said in the form of the transcript.</summary>
internal static class AssistantMessages
{
    /// <summary>The shape of the stored messages, whichever API the provider speaks.</summary>
    private const string Api = "openai-completions";

    public static TranscriptMessage Of(ModelAnswer answer, ModelReference model, long now) => new()
    {
        Role = MessageRoles.Assistant,
        Content = MessageContent.OfParts([.. PartsOf(answer)]),
        Timestamp = now,
        Api = Api,
        Provider = model.Provider,
        Model = model.Model,
        Usage = UsageOf(answer.Usage),
        StopReason = StopReasonOf(answer),
        ResponseId = answer.Stopped.ResponseId,
    };

    /// <summary>The part of an answer that was there when the run was cut off.</summary>
    public static TranscriptMessage Partial(string runId, string origin, string text, ModelReference? model, long now) => new()
    {
        Role = MessageRoles.Assistant,
        Content = MessageContent.OfTextPart(text),
        Timestamp = now,
        Provider = model?.Provider ?? GatewayNote.Provider,
        Model = model?.Model ?? GatewayNote.Model,
        Usage = UsageOf(ModelUsage.None),
        StopReason = MessageStopReasons.Aborted,
        IdempotencyKey = $"{runId}:assistant",
        Other = TranscriptMembers.Of(
            TranscriptMembers.Abort,
            JsonSerializer.SerializeToElement(new AbortMark(true, origin, runId), AgentsJsonContext.Default.AbortMark)),
    };

    public static string StopReasonOf(ModelAnswer answer) => answer.ToolCalls.Count > 0
        ? MessageStopReasons.ToolUse
        : answer.Stopped.Reason switch
        {
            ModelStopReason.MaxTokens => MessageStopReasons.Length,
            ModelStopReason.Refused => MessageStopReasons.Refusal,
            _ => MessageStopReasons.Stop,
        };

    private static IEnumerable<ContentPart> PartsOf(ModelAnswer answer)
    {
        foreach (var thought in answer.Thinking)
        {
            yield return new ContentPart
            {
                Type = ContentPartTypes.Thinking,
                Thinking = thought.Text,
                Other = thought.Signature is { } signature
                    ? TranscriptMembers.Of(
                        TranscriptMembers.ThinkingSignature,
                        JsonSerializer.SerializeToElement(signature, AgentsJsonContext.Default.String))
                    : null,
            };
        }

        if (answer.Text.Length > 0 || answer.ToolCalls.Count == 0)
            yield return new ContentPart { Type = ContentPartTypes.Text, Text = answer.Text };
        foreach (var call in answer.ToolCalls)
            yield return new ContentPart { Type = ContentPartTypes.ToolCall, Id = call.CallId, Name = call.Name, Arguments = call.Arguments };
    }

    private static MessageUsage UsageOf(ModelUsage usage) => new()
    {
        Input = usage.InputTokens,
        Output = usage.OutputTokens,
        CacheRead = usage.CacheReadTokens,
        CacheWrite = usage.CacheWriteTokens,
        TotalTokens = usage.TotalTokens,
        Cost = new MessageCost { Input = 0, Output = 0, CacheRead = 0, CacheWrite = 0, Total = 0 },
    };
}

using System.Text.Json;
using OpenClaw.Content;
using OpenClaw.Host.Tools;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Host.Agents.Events;

/// <summary>The events of a run that carry what the model says and does.</summary>
internal static class RunEventsStream
{
    private const string Running = "running";
    private const string ToolKind = "tool";

    extension(RunEvents events)
    {
        /// <param name="itemId">The answer the text belongs to.</param>
        /// <param name="text">All of it so far.</param>
        /// <param name="delta">What is new.</param>
        /// <param name="replaces">Whether earlier text of the run, of another answer, gives way.</param>
        public void Assistant(string itemId, string text, string delta, bool replaces) =>
            events.Publish(batch => batch
                .Agent(
                    AgentStreams.Assistant,
                    new AssistantData { Text = text, Delta = delta, ItemId = itemId },
                    ProtocolJsonContext.Default.AssistantData,
                    RunEventOptions.InProtocol3)
                .Chat(
                    ChatStates.Delta,
                    chat => chat with
                    {
                        DeltaText = delta,
                        Message = RunEventsLifecycle.MessageOf(text, batch.Now),
                        Replace = replaces ? true : null,
                    }));

        public void Thinking(string itemId, string text, string delta) =>
            events.Publish(batch => batch.Agent(
                AgentStreams.Thinking,
                new AssistantData { Text = text, Delta = delta, ItemId = itemId },
                ProtocolJsonContext.Default.AssistantData));

        public void Usage(long outputTokens) =>
            events.Publish(batch => batch.Agent(
                AgentStreams.Usage, new UsageData { OutputTokens = outputTokens }, ProtocolJsonContext.Default.UsageData));

        public long ToolStarted(ToolCallPart call)
        {
            var startedAt = events.Now;
            events.Publish(batch => batch.Agent(
                AgentStreams.Item,
                Item(call, "start") with { Status = Running, StartedAt = startedAt },
                ProtocolJsonContext.Default.ItemData));
            events.Tool(new ToolData { Phase = RunPhases.Start, Name = call.Name, ToolCallId = call.CallId, Args = call.Arguments });
            return startedAt;
        }

        public void ToolProgress(ToolCallPart call, MessagePart part)
        {
            var text = ToolText.Of([part]);
            var partial = TextContent(text);
            events.Tool(new ToolData
            {
                Phase = RunPhases.Update,
                Name = call.Name,
                ToolCallId = call.CallId,
                Other = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
                {
                    ["partialResult"] = JsonSerializer.SerializeToElement(
                        new ToolResultData(partial, null), AgentsJsonContext.Default.ToolResultData),
                },
            });
        }

        public void ToolEnded(ToolCallOutcome outcome, long startedAt)
        {
            var result = new ToolResultData(TextContent(outcome.Text), outcome.Result.Details);
            events.Tool(new ToolData
            {
                Phase = RunPhases.Result,
                Name = outcome.Call.Name,
                ToolCallId = outcome.Call.CallId,
                IsError = outcome.Result.IsError,
                Result = JsonSerializer.SerializeToElement(result, AgentsJsonContext.Default.ToolResultData),
            });
            events.Publish(batch => batch.Agent(
                AgentStreams.Item,
                Item(outcome.Call, "end") with
                {
                    Status = StatusOf(outcome.Status),
                    StartedAt = startedAt,
                    EndedAt = events.Now,
                    Error = outcome.Result.IsError ? FirstLine(outcome.Text) : null,
                },
                ProtocolJsonContext.Default.ItemData));
        }

        private void Tool(ToolData data) =>
            events.Publish(batch => batch.Agent(
                AgentStreams.Tool,
                data,
                ProtocolJsonContext.Default.ToolData,
                RunEventOptions.ToolEventsOnly | RunEventOptions.InProtocol3));
    }

    private static ItemData Item(ToolCallPart call, string phase) => new()
    {
        ItemId = $"tool:{call.CallId}",
        ToolCallId = call.CallId,
        Name = call.Name,
        Kind = ToolKind,
        Phase = phase,
        Title = TitleOf(call.Name),
    };

    private static string StatusOf(ToolCallStatus status) => status switch
    {
        ToolCallStatus.Completed => "completed",
        ToolCallStatus.Blocked => "blocked",
        _ => "failed",
    };

    private static IReadOnlyList<ContentPart> TextContent(string text) => [new ContentPart { Type = ContentPartTypes.Text, Text = text }];

    private static string FirstLine(string text) => text.Split('\n', 2)[0];

    private static string TitleOf(string name) => string.Join(
        ' ',
        name.Split(['_', '-'], StringSplitOptions.RemoveEmptyEntries).Select(static word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"));
}

using System.Text.Json;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Host.Agents.Events;

/// <summary>The events of a run that tell how far it is.</summary>
internal static class RunEventsLifecycle
{
    private const string Working = "working";
    private const string Blocked = "blocked";
    private const string Cancelled = "cancelled";
    private const string CompactionStream = "compaction";
    private const string AbortedText = "This operation was aborted";

    extension(RunEvents events)
    {
        /// <summary>Only runs that came by chat say what they prepare.</summary>
        public void Status(string phase)
        {
            if (!events.IsChat)
                return;
            events.Publish(batch => batch
                .Chat(ChatStates.Status, chat => chat with { Phase = phase }, inProtocol3: false)
                .Agent(AgentStreams.RunStatus, new RunStatusData { Phase = phase }, ProtocolJsonContext.Default.RunStatusData));
        }

        public void Started(long startedAt) =>
            events.Lifecycle(new LifecycleData { Phase = RunPhases.Start, StartedAt = startedAt }, RunEventOptions.InProtocol3);

        public void ModelChosen(ModelReference model) => events.Model(model.Provider, model.Model, RunEventOptions.WithSessionId);

        public void ModelReleased() => events.Model(null, null, RunEventOptions.WithSessionId | RunEventOptions.WithLane);

        /// <summary>The older part of the conversation is being summarised.</summary>
        public void CompactionStarted(string reason) => events.Compaction(new CompactionData { Phase = RunPhases.Start, Reason = reason });

        public void CompactionEnded(string reason, bool completed, bool willRetry) =>
            events.Compaction(new CompactionData { Phase = RunPhases.End, Reason = reason, Completed = completed, WillRetry = willRetry });

        /// <summary>The answer is complete and stored.</summary>
        public void Completed(RunRecord run, RunOutcome outcome)
        {
            events.Lifecycle(Finishing(events.Now) with { StopReason = outcome.StopReason, LivenessState = Working });
            events.ModelReleased();
            var end = new LifecycleData
            {
                Phase = RunPhases.End,
                StartedAt = run.StartedAt,
                EndedAt = run.EndedAt,
                StopReason = outcome.StopReason,
                Aborted = false,
                LivenessState = Working,
                TerminalReply = Replies.Of(outcome.Reply),
                ExecutionSettled = true,
                Other = TerminalReceipt.MemberOf(run, outcome),
            };
            events.Publish(batch => batch
                .Agent(AgentStreams.Lifecycle, end, ProtocolJsonContext.Default.LifecycleData, RunEventOptions.WithSessionId | RunEventOptions.InProtocol3)
                .Chat(ChatStates.Final, chat => chat with
                {
                    StopReason = outcome.StopReason,
                    Message = SilentReplies.IsSilent(outcome.Reply) ? null : MessageOf(outcome.Reply, batch.Now),
                }));
        }

        /// <summary>The run failed or ran out of time.</summary>
        public void Failed(RunRecord run, RunFailure failure, string? stopReason)
        {
            var detail = JsonSerializer.SerializeToElement(FailureDetail.Of(failure), AgentsJsonContext.Default.FailureDetail);
            var observation = TranscriptMembers.Of("errorObservation", detail);
            var aborted = stopReason is not null;
            events.Lifecycle(Finishing(events.Now) with { Error = failure.Message, Aborted = aborted, LivenessState = Blocked, Other = observation });
            events.ModelReleased();
            var error = new LifecycleData
            {
                Phase = RunPhases.Error,
                StartedAt = run.StartedAt,
                EndedAt = run.EndedAt,
                Error = failure.Message,
                Aborted = aborted || events.IsChat ? aborted : null,
                StopReason = stopReason,
                LivenessState = events.IsChat ? Blocked : null,
                ExecutionSettled = true,
                Other = observation,
            };
            events.Publish(batch => batch
                .Agent(AgentStreams.Lifecycle, error, ProtocolJsonContext.Default.LifecycleData, RunEventOptions.WithSessionId | RunEventOptions.InProtocol3)
                .Chat(
                    ChatStates.Error,
                    chat => chat with { ErrorMessage = failure.Message, ErrorKind = failure.Kind, ErrorDetail = detail }));
        }

        /// <summary>The run was cut off: said at once, before anything is stored.</summary>
        public void Aborted(RunRecord run, string stopReason, string partialText)
        {
            var end = new LifecycleData
            {
                Phase = RunPhases.End,
                Status = Cancelled,
                Aborted = true,
                StopReason = stopReason,
                StartedAt = run.StartedAt,
                EndedAt = events.Now,
            };
            events.Publish(batch => batch
                .Chat(
                    ChatStates.Aborted,
                    chat => chat with { StopReason = stopReason, Message = partialText.Length > 0 ? MessageOf(partialText, batch.Now) : null })
                .Agent(AgentStreams.Lifecycle, end, ProtocolJsonContext.Default.LifecycleData, RunEventOptions.WithSessionId | RunEventOptions.InProtocol3));
        }

        /// <summary>A run that was cut off has come to rest.</summary>
        public void AbortSettled(RunRecord run)
        {
            events.ModelReleased();
            events.Lifecycle(new LifecycleData
            {
                Phase = RunPhases.Error,
                StartedAt = run.StartedAt,
                EndedAt = run.EndedAt,
                Error = AbortedText,
                Aborted = true,
                StopReason = MessageStopReasons.Aborted,
                ExecutionSettled = true,
            });
        }

        /// <summary>The run was cancelled before it started.</summary>
        public void CancelledInQueue() =>
            events.Publish(static batch => batch.Chat(ChatStates.Final, static chat => chat with { AgentId = null }));

        private void Compaction(CompactionData data) => events.Publish(batch => batch.Agent(
            CompactionStream, data, AgentsJsonContext.Default.CompactionData, RunEventOptions.WithSessionId));

        private void Model(string? provider, string? model, RunEventOptions options) =>
            events.Publish(batch => batch.Agent(
                AgentStreams.Lifecycle,
                new LifecycleModelData { Phase = RunPhases.Model, Provider = provider, Model = model },
                ProtocolJsonContext.Default.LifecycleModelData,
                options));

        private void Lifecycle(LifecycleData data, RunEventOptions options = RunEventOptions.None) =>
            events.Publish(batch => batch.Agent(
                AgentStreams.Lifecycle, data, ProtocolJsonContext.Default.LifecycleData, options | RunEventOptions.WithSessionId));
    }

    public static TranscriptMessage MessageOf(string? text, long now) => new()
    {
        Role = MessageRoles.Assistant,
        Content = MessageContent.OfTextPart(text ?? string.Empty),
        Timestamp = now,
    };

    private static LifecycleData Finishing(long now) => new() { Phase = RunPhases.Finishing, Aborted = false, EndedAt = now };
}

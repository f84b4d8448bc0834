using System.Text.Json;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary><c>chat.history</c>.</summary>
internal sealed class ChatHistoryRpc(
    AgentRuntime runtime, RunRequests requests, SessionStore sessions, TranscriptStore transcripts, RunStore runs, SessionRows rows) : IRpcModule
{
    private const int DefaultLimit = 200;
    private const long DefaultBytes = 4 * 1024 * 1024;

    public void Register(RpcMethods methods) =>
        methods.Add(MethodNames.ChatHistory, static () => ProtocolJsonContext.Default.ChatHistoryParams, static () => ProtocolJsonContext.Default.JsonElement, ReadAsync);

    private async ValueTask<JsonElement> ReadAsync(RpcCall call, ChatHistoryParams parameters, CancellationToken cancellationToken)
    {
        // This gateway hands out no cursors: one that comes in is from another.
        if (parameters.Cursor is not null)
            return JsonSerializer.SerializeToElement(new HistoryReset("reset"), AgentsJsonContext.Default.HistoryReset);
        var address = requests.Address(call, parameters.SessionKey, parameters.AgentId);
        var session = await sessions.FindAsync(address.Key, cancellationToken);
        var result = await HistoryAsync(parameters, address, session, cancellationToken);
        return JsonSerializer.SerializeToElement(result, ProtocolJsonContext.Default.ChatHistoryResult);
    }

    private async ValueTask<ChatHistoryResult> HistoryAsync(
        ChatHistoryParams parameters, SessionAddress address, SessionEntry? session, CancellationToken cancellationToken)
    {
        var offset = parameters.Offset ?? 0;
        var page = session is null
            ? TranscriptPage.Empty
            : await transcripts.ReadAsync(session.SessionId, (int)(parameters.Limit ?? DefaultLimit), offset, cancellationToken);
        var messages = Fitting(page.Messages, parameters.MaxBytes ?? DefaultBytes, parameters.MaxChars);
        var next = offset + messages.Count;
        // What is in the transcript wins: a run that started since shows there and not among those that wait.
        var open = session is null ? [] : await runs.OpenAsync(address.Key, cancellationToken);
        var pending = open.Where(static run => run.State == RunState.Accepted).Select(UserMessages.Pending).ToList();
        return new ChatHistoryResult
        {
            SessionKey = parameters.SessionKey,
            SessionId = session?.SessionId,
            Messages = messages,
            PendingInputs = new PendingInputs { Items = pending, Total = pending.Count },
            HasMore = next < page.Total,
            NextOffset = next < page.Total ? next : null,
            TotalMessages = page.Total,
            Defaults = runtime.DefaultsOf(address.AgentId),
            SessionInfo = session is null ? rows.Of(address) : rows.Of(session),
            InFlightRun = runtime.RunningIn(address.Key) is { } run
                ? new InFlightRun { RunId = run.RunId, Text = run.Text, StartedAt = run.Record.StartedAt ?? run.Record.AcceptedAt }
                : null,
            ThinkingLevel = ThinkingLevels.Off,
        };
    }

    /// <summary>Keeps the newest messages that fit the answer, at least one.</summary>
    private static List<TranscriptMessage> Fitting(IReadOnlyList<StoredMessage> stored, long maxBytes, long? maxCharacters)
    {
        var fitting = new List<TranscriptMessage>(stored.Count);
        foreach (var row in stored.Reverse())
        {
            maxBytes -= row.Body.Length;
            if (maxBytes < 0 && fitting.Count > 0)
                break;
            fitting.Add(maxCharacters is { } limit ? MessageCut.To(row.Read(), (int)limit) : row.Read());
        }

        fitting.Reverse();
        return fitting;
    }
}

using System.Text.Json;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Rows;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary><c>chat.history</c>.</summary>
internal sealed class ChatHistoryRpc(
    AgentRuntime runtime,
    ISessionRuntime facts,
    SessionAddresses addresses,
    SessionStore sessions,
    TranscriptStore transcripts,
    RunStore runs,
    SessionRows rows) : IRpcModule
{
    private const int DefaultLimit = 200;
    private const long DefaultBytes = 4 * 1024 * 1024;

    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.ChatHistory, static () => ProtocolJsonContext.Default.ChatHistoryParams, static () => ProtocolJsonContext.Default.JsonElement, ReadAsync)
        .Add(MethodNames.ChatStartup, static () => ProtocolJsonContext.Default.ChatStartupParams, static () => ProtocolJsonContext.Default.JsonElement, StartAsync);

    private async ValueTask<JsonElement> StartAsync(RpcCall call, ChatStartupParams parameters, CancellationToken cancellationToken)
    {
        var key = parameters.SessionKey ?? await KeyOfAsync(call, parameters, cancellationToken);
        var history = new ChatHistoryParams
        {
            SessionKey = key,
            AgentId = parameters.AgentId,
            Cursor = parameters.Cursor,
            Limit = parameters.Limit,
            MaxBytes = parameters.MaxBytes,
            Offset = parameters.Offset,
            PendingBefore = parameters.PendingBefore,
            InputRunIds = parameters.InputRunIds,
            MessageId = parameters.MessageId,
            SessionId = parameters.SessionId,
            MaxChars = parameters.MaxChars,
        };
        return await ReadAsync(call, history, cancellationToken);
    }

    private async ValueTask<string> KeyOfAsync(RpcCall call, ChatStartupParams parameters, CancellationToken cancellationToken)
    {
        if (parameters.ShortId is not { } shortId)
            return addresses.Of(call, key: null, parameters.AgentId).Key;
        var found = await sessions.FindByShortIdAsync(shortId, cancellationToken);
        return found is [var only] ? only.Key : throw RpcException.InvalidRequest($"No session found: {shortId}");
    }

    private async ValueTask<JsonElement> ReadAsync(RpcCall call, ChatHistoryParams parameters, CancellationToken cancellationToken)
    {
        // This gateway hands out no cursors: one that comes in is from another.
        if (parameters.Cursor is not null)
            return JsonSerializer.SerializeToElement(new HistoryReset("reset"), AgentsJsonContext.Default.HistoryReset);
        var address = addresses.Of(call, parameters.SessionKey, parameters.AgentId);
        var session = await sessions.FindAsync(address.Key, cancellationToken);
        var result = await HistoryAsync(call, parameters, address, session, cancellationToken);
        return JsonSerializer.SerializeToElement(result, ProtocolJsonContext.Default.ChatHistoryResult);
    }

    private async ValueTask<ChatHistoryResult> HistoryAsync(
        RpcCall call, ChatHistoryParams parameters, SessionAddress address, SessionEntry? session, CancellationToken cancellationToken)
    {
        var offset = parameters.Offset ?? 0;
        var page = session is null
            ? TranscriptPage.Empty
            : await transcripts.ReadAsync(session.SessionId, (int)(parameters.Limit ?? DefaultLimit), offset, cancellationToken);
        var messages = Fitting(page.Messages, parameters.MaxBytes ?? DefaultBytes, parameters.MaxChars);
        var next = offset + messages.Count;
        // What is in the transcript wins: a run that started since shows there and not among those that wait.
        var open = session is null ? [] : await runs.OpenAsync(address.Key, cancellationToken);
        var pending = open.Where(static run => run is { State: RunState.Accepted, MessageSeq: null }).Select(UserMessages.Pending).ToList();
        return new ChatHistoryResult
        {
            SessionKey = parameters.SessionKey,
            SessionId = session?.SessionId,
            Messages = messages,
            PendingInputs = new PendingInputs { Items = pending, Total = pending.Count },
            HasMore = next < page.Total,
            NextOffset = next < page.Total ? next : null,
            TotalMessages = page.Total,
            Defaults = facts.DefaultsOf(address.AgentId),
            SessionInfo = (session is null ? rows.Of(address) : rows.Of(session, RowParts.Runs)) with { ActiveLeafEntryId = offset == 0 && page.Messages is [.., var newest] ? newest.Id : null },
            InFlightRun = runtime.RunningIn(address.Key) is { } run
                ? new InFlightRun { RunId = run.RunId, Text = run.Text, StartedAt = run.Record.StartedAt ?? run.Record.AcceptedAt }
                : null,
            // Protocol 3 has no row to read it from.
            ThinkingLevel = session?.Settings.ThinkingLevel ?? (call.Caller.Protocol < ProtocolVersions.V4 ? ThinkingLevels.Off : null),
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

using System.Text.Json;
using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Host.Agents.Conversations;

/// <summary><c>chat.inject</c>: puts words of an operator into a conversation, without a run.</summary>
internal sealed class ChatInjectRpc(
    SessionAddresses addresses, TranscriptNotes notes, SessionFeed feed, IEventPublisher publisher, TimeProvider time) : IRpcModule
{
    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.ChatInject, static () => ProtocolJsonContext.Default.ChatInjectParams, static () => ProtocolJsonContext.Default.ChatInjectResult, InjectAsync);

    private async ValueTask<ChatInjectResult> InjectAsync(RpcCall call, ChatInjectParams parameters, CancellationToken cancellationToken)
    {
        var address = addresses.Of(call, parameters.SessionKey, parameters.AgentId);
        var label = parameters.Label?.Trim();
        var text = string.IsNullOrEmpty(label) ? parameters.Message : $"[{label}]\n\n{parameters.Message}";
        var message = GatewayNote.Said(text, time.UnixMs);
        var stored = await notes.AddAsync(address.Key, message, cancellationToken)
            ?? throw RpcException.InvalidRequest($"session not found: {address.Key}");
        Publish(address, parameters.SessionKey, stored.Id, message);
        await feed.WroteAsync(address.Key, [stored]);
        return new ChatInjectResult { Ok = true, MessageId = stored.Id };
    }

    private void Publish(SessionAddress address, string requestedKey, string messageId, TranscriptMessage message)
    {
        var said = new ChatEvent
        {
            RunId = $"inject-{messageId}",
            SessionKey = address.Key,
            AgentId = address.AgentId,
            Seq = 0,
            State = ChatStates.Final,
            Message = message,
        };
        var legacy = said with { SessionKey = requestedKey, AgentId = null };
        publisher.Publish(GatewayEvent.Create(EventNames.Chat, said, ProtocolJsonContext.Default.ChatEvent) with
        {
            LegacyPayload = JsonSerializer.SerializeToUtf8Bytes(legacy, ProtocolJsonContext.Default.ChatEvent),
            SessionKey = address.Key,
        });
    }
}

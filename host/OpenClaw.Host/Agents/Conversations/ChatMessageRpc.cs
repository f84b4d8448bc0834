using System.Text;
using OpenClaw.Host.Agents.Rpc;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Conversations;

/// <summary><c>chat.message.get</c>: one message in full.</summary>
internal sealed class ChatMessageRpc(SessionAddresses addresses, SessionStore sessions, TranscriptStore transcripts) : IRpcModule
{
    // What a socket takes in one frame, less the envelope.
    private const int MaxBytes = 8 * 1024 * 1024;

    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.ChatMessageGet,
        static () => ProtocolJsonContext.Default.ChatMessageGetParams,
        static () => ProtocolJsonContext.Default.ChatMessageGetResult,
        GetAsync);

    private async ValueTask<ChatMessageGetResult> GetAsync(RpcCall call, ChatMessageGetParams parameters, CancellationToken cancellationToken)
    {
        var address = addresses.Of(call, parameters.SessionKey, parameters.AgentId);
        var stored = await sessions.FindAsync(address.Key, cancellationToken) is { } session
            ? await transcripts.FindAsync(session, parameters.MessageId, cancellationToken)
            : null;
        if (stored is null)
            return new ChatMessageGetResult { Ok = false, UnavailableReason = "not_found" };
        if (Encoding.UTF8.GetByteCount(stored.Body) > MaxBytes)
            return new ChatMessageGetResult { Ok = false, UnavailableReason = "oversized" };
        var message = stored.Read();
        return new ChatMessageGetResult
        {
            Ok = true,
            Message = parameters.MaxChars is { } limit ? MessageCut.To(message, (int)limit) : message,
        };
    }
}

using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Rows;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions.Rpc;

/// <summary><c>sessions.describe</c> and <c>sessions.get</c>.</summary>
internal sealed class SessionsReadRpc(SessionAddresses addresses, SessionStore sessions, TranscriptStore transcripts, SessionRows rows) : IRpcModule
{
    private const int DefaultMessages = 200;
    private const int MaxMessages = 1000;

    public void Register(RpcMethods methods) => methods
        .Add(
            MethodNames.SessionsDescribe,
            static () => ProtocolJsonContext.Default.SessionsDescribeParams,
            static () => ProtocolJsonContext.Default.SessionsDescribeResult,
            DescribeAsync)
        .Add(
            MethodNames.SessionsGet,
            static () => ProtocolJsonContext.Default.SessionsGetParams,
            static () => ProtocolJsonContext.Default.SessionsGetResult,
            GetAsync);

    private async ValueTask<SessionsDescribeResult> DescribeAsync(
        RpcCall call, SessionsDescribeParams parameters, CancellationToken cancellationToken)
    {
        var address = addresses.Of(call, parameters.Key, parameters.AgentId);
        var parts = RowParts.Thinking | (parameters.IncludeDerivedTitles == true ? RowParts.Title : RowParts.None)
            | (parameters.IncludeLastMessage == true ? RowParts.LastMessage : RowParts.None);
        var session = await sessions.FindAsync(address.Key, cancellationToken);
        return new SessionsDescribeResult { Session = session is null ? null : rows.Of(session, parts) };
    }

    private async ValueTask<SessionsGetResult> GetAsync(RpcCall call, SessionsGetParams parameters, CancellationToken cancellationToken)
    {
        var address = addresses.Of(call, parameters.Key, agentId: null);
        if (await sessions.FindAsync(address.Key, cancellationToken) is not { } session)
            return new SessionsGetResult { Messages = [] };
        var limit = (int)Math.Clamp(parameters.Limit ?? DefaultMessages, 1, MaxMessages);
        var page = await transcripts.ReadAsync(session.SessionId, limit, skip: 0, cancellationToken);
        return new SessionsGetResult { Messages = [.. page.Messages.Select(static row => row.Read())] };
    }
}

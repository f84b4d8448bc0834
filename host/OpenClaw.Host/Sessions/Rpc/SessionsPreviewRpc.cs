using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions.Rpc;

/// <summary><c>sessions.preview</c>: the newest words of several sessions.</summary>
internal sealed class SessionsPreviewRpc(
    SessionAddresses addresses, SessionStore sessions, TranscriptStore transcripts, TimeProvider time) : IRpcModule
{
    private const int MaxKeys = 64;
    private const int DefaultItems = 12;
    private const int MaxItems = 50;
    private const int DefaultCharacters = 240;
    private const int MaxCharacters = 2000;

    // Tool results and notes lie between the messages that people read.
    private const int RowsPerItem = 4;

    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.SessionsPreview,
        static () => ProtocolJsonContext.Default.SessionsPreviewParams,
        static () => ProtocolJsonContext.Default.SessionsPreviewResult,
        PreviewAsync);

    private async ValueTask<SessionsPreviewResult> PreviewAsync(
        RpcCall call, SessionsPreviewParams parameters, CancellationToken cancellationToken)
    {
        if (parameters.Keys.Count > MaxKeys)
            throw RpcException.InvalidRequest($"invalid {call.Method} params: {parameters.Keys.Count} keys; ask for {MaxKeys} at most");
        var previews = new List<SessionPreview>(parameters.Keys.Count);
        foreach (var key in parameters.Keys)
            previews.Add(await PreviewAsync(key, parameters, cancellationToken));
        return new SessionsPreviewResult { Ts = time.UnixMs, Previews = previews };
    }

    private async ValueTask<SessionPreview> PreviewAsync(string key, SessionsPreviewParams parameters, CancellationToken cancellationToken)
    {
        if (addresses.Try(key) is not { } address)
            return Empty(key, "error");
        if (await sessions.FindAsync(address.Key, cancellationToken) is not { } session)
            return Empty(key, "missing");
        var limit = (int)Math.Min(parameters.Limit ?? DefaultItems, MaxItems);
        var characters = (int)Math.Min(parameters.MaxChars ?? DefaultCharacters, MaxCharacters);
        var page = await transcripts.ReadAsync(session.SessionId, limit * RowsPerItem, skip: 0, cancellationToken);
        var items = page.Messages.Select(row => ItemOf(row, characters)).OfType<SessionPreviewItem>().TakeLast(limit).ToList();
        return items.Count == 0 ? Empty(key, "empty") : new SessionPreview { Key = key, Status = "ok", Items = items };
    }

    private static SessionPreview Empty(string key, string status) => new() { Key = key, Status = status, Items = [] };

    private static SessionPreviewItem? ItemOf(StoredMessage row, int characters)
    {
        var message = row.Read();
        return MessageBeginning.Of(message, characters) is { } text ? new SessionPreviewItem { Role = message.Role, Text = text } : null;
    }
}

using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Channels.Inbox.Rpc;

/// <summary><c>inbox.list</c>, <c>inbox.retry</c> and <c>inbox.drop</c>: methods of this gateway alone.</summary>
internal sealed partial class InboxRpc(InboxDesk desk, ILogger<InboxRpc> logger) : IRpcModule
{
    private const int DefaultLimit = 50;

    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.InboxList, static () => InboxRpcJsonContext.Default.InboxListParams, static () => InboxRpcJsonContext.Default.InboxListResult, ListAsync)
        .Add(MethodNames.InboxRetry, static () => InboxRpcJsonContext.Default.InboxIdParams, static () => InboxRpcJsonContext.Default.InboxItemResult, RetryAsync)
        .Add(MethodNames.InboxDrop, static () => InboxRpcJsonContext.Default.InboxIdParams, static () => InboxRpcJsonContext.Default.InboxItemResult, DropAsync);

    private async ValueTask<InboxListResult> ListAsync(RpcCall call, InboxListParams parameters, CancellationToken cancellationToken)
    {
        var limit = parameters.Limit ?? DefaultLimit;
        InboxState? state = parameters.State is { } name ? InboxStates.Parse(name) : null;
        var entries = await desk.ListAsync(state, parameters.Channel, parameters.Cursor, limit, cancellationToken);
        return new InboxListResult(
            entries.ConvertAll(InboxItem.Of), await desk.CountsAsync(cancellationToken), entries.Count == limit ? entries[^1].Id : null);
    }

    private async ValueTask<InboxItemResult> RetryAsync(RpcCall call, InboxIdParams parameters, CancellationToken cancellationToken)
    {
        var (entry, done) = await desk.RetryAsync(parameters.Id, cancellationToken);
        if (!done)
            throw Refusal(call, parameters.Id, entry, "only failed messages whose content is kept are handled again");
        LogRetried(logger, parameters.Id, call.Caller.ClientId, call.Caller.DeviceId, call.Caller.ConnectionId);
        return new InboxItemResult(Ok: true, InboxItem.Of(entry!));
    }

    private async ValueTask<InboxItemResult> DropAsync(RpcCall call, InboxIdParams parameters, CancellationToken cancellationToken)
    {
        var (entry, done) = await desk.DropAsync(parameters.Id, cancellationToken);
        if (!done)
            throw Refusal(call, parameters.Id, entry, "only failed messages can be dropped");
        LogDropped(logger, parameters.Id, call.Caller.ClientId, call.Caller.DeviceId, call.Caller.ConnectionId);
        return new InboxItemResult(Ok: true, InboxItem.Of(entry!));
    }

    private static RpcException Refusal(RpcCall call, long id, InboxEntry? entry, string rule) => RpcException.InvalidRequest(
        entry is null
            ? $"{call.Method}: no message {id} in the inbox; inbox.list shows those there are"
            : $"{call.Method}: message {id} is {InboxStates.NameOf(entry.State)}; {rule}");

    [LoggerMessage(8631, LogLevel.Information, "Audit: message {Id} of the inbox is handled again on request of {Client} (device {Device}, connection {Connection}).")]
    private static partial void LogRetried(ILogger logger, long id, string? client, string? device, string connection);

    [LoggerMessage(8632, LogLevel.Information, "Audit: message {Id} of the inbox was dropped on request of {Client} (device {Device}, connection {Connection}).")]
    private static partial void LogDropped(ILogger logger, long id, string? client, string? device, string connection);
}

using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Channels.Outbox.Rpc;

/// <summary><c>outbox.list</c>, <c>outbox.retry</c> and <c>outbox.drop</c>: methods of this gateway alone.</summary>
internal sealed partial class OutboxRpc(OutboxDesk desk, ILogger<OutboxRpc> logger) : IRpcModule
{
    private const int DefaultLimit = 50;

    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.OutboxList, static () => OutboxRpcJsonContext.Default.OutboxListParams, static () => OutboxRpcJsonContext.Default.OutboxListResult, ListAsync)
        .Add(MethodNames.OutboxRetry, static () => OutboxRpcJsonContext.Default.OutboxIdParams, static () => OutboxRpcJsonContext.Default.OutboxItemResult, RetryAsync)
        .Add(MethodNames.OutboxDrop, static () => OutboxRpcJsonContext.Default.OutboxIdParams, static () => OutboxRpcJsonContext.Default.OutboxItemResult, DropAsync);

    private async ValueTask<OutboxListResult> ListAsync(RpcCall call, OutboxListParams parameters, CancellationToken cancellationToken)
    {
        var limit = parameters.Limit ?? DefaultLimit;
        OutboxState? state = parameters.State is { } name ? OutboxStates.Parse(name) : null;
        var rows = await desk.ListAsync(state, parameters.Channel, parameters.Cursor, limit, cancellationToken);
        var counts = await desk.CountsAsync(cancellationToken);
        return new OutboxListResult(
            rows.ConvertAll(static one => OutboxItem.Of(one.Row, one.Preview)),
            counts.ToDictionary(static one => OutboxStates.NameOf(one.Key), static one => one.Value, StringComparer.Ordinal),
            rows.Count == limit ? rows[^1].Row.Id : null);
    }

    private async ValueTask<OutboxItemResult> RetryAsync(RpcCall call, OutboxIdParams parameters, CancellationToken cancellationToken)
    {
        var (row, done) = await desk.RetryAsync(parameters.Id, cancellationToken);
        if (!done)
            throw Refusal(call, parameters.Id, row, "only failed, expired and unknown messages are sent again");
        LogRetried(logger, parameters.Id, call.Caller.ClientId, call.Caller.DeviceId, call.Caller.ConnectionId);
        return new OutboxItemResult(Ok: true, OutboxItem.Of(row!, preview: null));
    }

    private async ValueTask<OutboxItemResult> DropAsync(RpcCall call, OutboxIdParams parameters, CancellationToken cancellationToken)
    {
        var (row, done) = await desk.DropAsync(parameters.Id, cancellationToken);
        if (!done)
            throw Refusal(call, parameters.Id, row, "only messages that wait or are dead can be dropped");
        LogDropped(logger, parameters.Id, call.Caller.ClientId, call.Caller.DeviceId, call.Caller.ConnectionId);
        return new OutboxItemResult(Ok: true, OutboxItem.Of(row!, preview: null));
    }

    private static RpcException Refusal(RpcCall call, long id, OutboxRow? row, string rule) => RpcException.InvalidRequest(
        row is null
            ? $"{call.Method}: no message {id} in the outbox; outbox.list shows those there are"
            : $"{call.Method}: message {id} is {OutboxStates.NameOf(row.State)}; {rule}");

    [LoggerMessage(2561, LogLevel.Information, "Audit: message {Id} of the outbox is sent again on request of {Client} (device {Device}, connection {Connection}).")]
    private static partial void LogRetried(ILogger logger, long id, string? client, string? device, string connection);

    [LoggerMessage(2562, LogLevel.Information, "Audit: message {Id} of the outbox was dropped on request of {Client} (device {Device}, connection {Connection}).")]
    private static partial void LogDropped(ILogger logger, long id, string? client, string? device, string connection);
}

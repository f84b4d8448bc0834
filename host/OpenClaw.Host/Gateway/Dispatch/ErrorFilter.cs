using OpenClaw.Host.Rpc;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>The border of a request: whatever goes wrong behind it becomes an answer here, and says nothing of our insides.</summary>
internal sealed partial class ErrorFilter(ILogger<ErrorFilter> logger) : IRequestFilter
{
    private static readonly ErrorShape Failure =
        ErrorShape.Unavailable("the gateway failed to handle this request; its log has the cause");

    public async ValueTask InvokeAsync(GatewayRequest request, RequestStep next, CancellationToken cancellationToken)
    {
        try
        {
            await next(request, cancellationToken);
        }
        catch (RpcException exception)
        {
            request.Outcome = RequestOutcome.Rejected;
            var payload = exception.Payload is { } element
                ? PayloadEncoder.Encode(element, ProtocolJsonContext.Default.JsonElement)
                : default;
            request.Connection.Fail(request.Frame.Id, exception.Error, payload.Span);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The connection is gone: there is nobody left to answer.
            request.Outcome = RequestOutcome.Cancelled;
        }
        catch (StorageException exception) when (exception.Reason is { } reason)
        {
            request.Outcome = RequestOutcome.Failed;
            Log.NotStored(logger, request.Frame.Method, exception.Message);
            request.Connection.Fail(request.Frame.Id, exception.IsTemporary
                ? ErrorShape.Unavailable($"the gateway cannot store anything now: {reason}; nothing was changed, try again later", retryable: true, retryAfterMs: 5_000)
                : ErrorShape.Unavailable($"the gateway cannot work with what it stored: {reason}; its owner has to run \"openclaw doctor\""));
        }
        catch (Exception exception)
        {
            request.Outcome = RequestOutcome.Failed;
            Log.HandlerFailed(logger, exception, request.Frame.Method, request.Connection.Caller.ConnectionId);
            request.Connection.Fail(request.Frame.Id, Failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1020, LogLevel.Error, "The handler of {Method} failed on connection {ConnectionId}.")]
        public static partial void HandlerFailed(ILogger logger, Exception exception, string method, string connectionId);

        [LoggerMessage(1021, LogLevel.Error, "{Method} could not be answered: {Reason}")]
        public static partial void NotStored(ILogger logger, string method, string reason);
    }
}

using OpenClaw.Host.Rpc;
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
    }
}

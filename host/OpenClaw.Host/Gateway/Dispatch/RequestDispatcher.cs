using OpenClaw.Host.Gateway.Connections;
using OpenClaw.Host.Gateway.Dialects;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>
/// Takes messages of accepted connections and runs the requests in them. Requests of one connection start in the order in which
/// they came and then run side by side, up to a limit.
/// </summary>
internal sealed class RequestDispatcher
{
    // Methods that every client may count on. Others are as unknown here as they are to gateways of another age.
    private const int CoreTier = 1;

    private static readonly ErrorShape Busy =
        ErrorShape.Unavailable("server busy: too many requests of this connection are waiting", retryable: true, retryAfterMs: 250);

    private readonly MethodTable _methods;
    private readonly GatewayMetrics _metrics;
    private readonly RequestStep _pipeline;
    private readonly PluginMethods? _plugins;

    /// <param name="methods">What can be called.</param>
    /// <param name="filters">What every request passes, outermost first.</param>
    /// <param name="metrics">Counts refusals.</param>
    /// <param name="plugins">Methods that plugins bring.</param>
    public RequestDispatcher(MethodTable methods, IEnumerable<IRequestFilter> filters, GatewayMetrics metrics, PluginMethods? plugins = null)
    {
        _plugins = plugins;
        _methods = methods;
        _metrics = metrics;
        _pipeline = filters.Reverse().Aggregate<IRequestFilter, RequestStep>(
            CallAsync, (next, filter) => (request, cancellationToken) => filter.InvokeAsync(request, next, cancellationToken));
    }

    /// <summary>Reads one message and starts what it asks for. Takes over the buffer.</summary>
    public void Accept(GatewayConnection connection, PooledBuffer content)
    {
        switch (FrameReader.Read(content.Written, out var frame, out var invalid, connection.Caller.Protocol))
        {
            case FrameReadStatus.Request:
                Start(new GatewayRequest(connection, frame, content));
                return;
            case FrameReadStatus.Invalid when CommunityFrames.AnswerPing(content.Written) is { } pong:
                connection.Send(pong);
                break;
            case FrameReadStatus.Invalid when CommunityFrames.NameMethod(content.Written, invalid!) is { } named:
                Accept(connection, named);
                break;
            case FrameReadStatus.Invalid:
                _metrics.Refused("frame");
                connection.Fail(invalid!.Id, invalid.ToError());
                break;
        }

        content.Dispose();
    }

    private void Start(GatewayRequest request)
    {
        var turn = request.Connection.Slots.Enter(request.Size);
        if (turn is null)
        {
            using (request)
            {
                _metrics.Refused("queue");
                request.Connection.Fail(request.Frame.Id, Busy);
            }

            return;
        }

        _ = RunAsync(request, turn);
    }

    private async Task RunAsync(GatewayRequest request, Task turn)
    {
        var slots = request.Connection.Slots;
        try
        {
            if (!turn.IsCompleted)
            {
                await turn;
                slots.Started(request.Size);
                if (request.Connection.IsClosing || slots.Closing.IsCancellationRequested)
                {
                    // Nothing more is done for a connection that was ended meanwhile: its device may have lost the right to ask.
                    return;
                }
            }

            // The error filter lets nothing through: this task cannot fail unseen.
            await _pipeline(request, slots.Closing);
        }
        finally
        {
            request.Dispose();
            slots.Leave();
        }
    }

    /// <summary>The innermost step. Handlers read their parameters before they first wait, so the bytes can go at once.</summary>
    private ValueTask CallAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        if (request.PluginMethod is not null)
        {
            return _plugins!.CallAsync(request, cancellationToken);
        }

        if (!_methods.TryGet(request.Frame.Method, out var method))
        {
            throw new RpcException(request.Entry is { Tier: CoreTier }
                ? ErrorShape.Unavailable($"this gateway has no feature behind {request.Frame.Method} yet")
                : ErrorShape.UnknownMethod(ForeignText.Cut(request.Frame.Method)));
        }

        var call = new RpcCall(request.Frame.Id, request.Frame.Method, request.Connection.Caller, request.Connection);
        var running = method.Handler(call, request.Frame.Params, cancellationToken);
        request.ReleaseContent();
        return running;
    }
}

using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Client.Notices;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Client.Transport;

/// <summary>One connection from hello to its end: the reader, the watch over ticks, and the requests in flight.</summary>
internal sealed class GatewayConnection : IAsyncDisposable
{
    private static readonly TimeSpan CloseGrace = TimeSpan.FromSeconds(1);

    private readonly GatewaySocket _socket;
    private readonly NoticeHub _hub;
    private readonly TimeProvider _time;
    private readonly PendingRequests _pending = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _watching;
    private long _lastActivity;
    private long? _lastSeq;
    private volatile ConnectionEnd? _ownClose;

    public GatewayConnection(GatewaySocket socket, HelloOk hello, NoticeHub hub, TimeProvider time)
    {
        _socket = socket;
        _hub = hub;
        _time = time;
        _lastActivity = time.GetTimestamp();
        Hello = hello;
        Completion = Task.Run(ReadAsync);
        _watching = WatchTicksAsync(TimeSpan.FromMilliseconds(Math.Clamp(hello.Policy.TickIntervalMs, 1_000, 3_600_000)));
    }

    public HelloOk Hello { get; }

    /// <summary>Where another connection can go on; null when the gateway keeps no events. Meant for a connection that has ended.</summary>
    public ResumePoint? ResumeFrom => Hello.Features.ResumeEpoch is { } epoch ? new(epoch, _lastSeq ?? 0) : null;

    /// <summary>Completes, and never fails, when the connection has ended and its requests have been told.</summary>
    public Task<ConnectionEnd> Completion { get; }

    /// <summary>Begins to read. By then everybody has been told that there is a connection, so that no event comes before that.</summary>
    public void Begin() => _begun.TrySetResult();

    public async Task<byte[]> RequestAsync(
        string method, ReadOnlyMemory<byte> parameters, GatewayRequestOptions options, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var request = new PendingRequest(method, options);
        var id = _pending.Add(request);
        try
        {
            return await SendAndWaitAsync(request, id, parameters, cancellationToken).WaitAsync(timeout, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new GatewayRequestTimeoutException(method, timeout);
        }
        finally
        {
            _pending.Remove(id);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Begin();
        await CloseAsync(CloseCodes.Normal, "");
        await Completion;
        await _watching;
        _socket.Dispose();
        _ended.Dispose();
    }

    private async Task<byte[]> SendAndWaitAsync(
        PendingRequest request, string id, ReadOnlyMemory<byte> parameters, CancellationToken cancellationToken)
    {
        try
        {
            await _socket.SendRequestAsync(id, request.Method, parameters, cancellationToken);
        }
        catch (Exception error) when (error is WebSocketException or IOException or ObjectDisposedException)
        {
            // The reader learns of the end as well and knows the reason the gateway gave.
            var end = await Completion;
            request.Fail(end.ToException(request.Method));
        }

        return await request.Answer;
    }

    private async Task<ConnectionEnd> ReadAsync()
    {
        await _begun.Task;
        ConnectionEnd end;
        try
        {
            while (await _socket.ReadAsync(CancellationToken.None) is { } bytes)
            {
                Volatile.Write(ref _lastActivity, _time.GetTimestamp());
                Take(bytes);
            }

            end = _ownClose ?? _socket.End;
        }
        catch (Exception error) when (error is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            end = _ownClose ?? new(null, null);
        }

        _pending.FailAll(end);
        await _ended.CancelAsync();
        return end;
    }

    private void Take(ReadOnlyMemory<byte> bytes)
    {
        if (!ServerFrameReader.TryRead(bytes, out var frame))
        {
            return;
        }

        if (frame.Kind == ServerFrameKind.Response)
        {
            _pending.Complete(frame);
            return;
        }

        if (Outcome(frame) is { } outcome)
        {
            _hub.Publish(outcome);
            return;
        }

        if (frame.Seq is { } seq)
        {
            if (_lastSeq is { } last && seq > last + 1)
            {
                _hub.Publish(new SequenceGap(last + 1, seq));
            }

            _lastSeq = seq;
        }

        if (_hub.HasSubscribers)
        {
            var payload = frame.Payload.IsEmpty ? default : JsonElement.Parse(frame.Payload.Span);
            _hub.Publish(new GatewayEvent(frame.Name, payload, frame.Seq, frame.StateVersion));
        }
    }

    private static GatewayNotice? Outcome(in ServerFrame frame) => frame.Name switch
    {
        ResumeEventNames.Done when Read(frame, ProtocolJsonContext.Default.ResumeDoneEvent) is { } done => new Resumed(done.Replayed),
        ResumeEventNames.Gap when Read(frame, ProtocolJsonContext.Default.ResumeGapEvent) is { } gap => new ResumeGap(gap.Reason),
        _ => null,
    };

    private static T? Read<T>(in ServerFrame frame, JsonTypeInfo<T> info)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(frame.Payload.Span, info);
        }
        catch (JsonException)
        {
            // Not what this client knows under that name; it goes to the subscriptions as it is.
            return null;
        }
    }

    private async Task WatchTicksAsync(TimeSpan interval)
    {
        using var timer = new PeriodicTimer(interval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token))
            {
                if (_time.GetElapsedTime(Volatile.Read(ref _lastActivity)) > interval * 2)
                {
                    await CloseAsync(CloseCodes.TickTimeout, CloseCodes.TickTimeoutReason);
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The connection ended by other means.
        }
    }

    // A peer that has gone silent answers no close; after the grace the socket is given up.
    private async Task CloseAsync(int code, string reason)
    {
        if (Completion.IsCompleted)
        {
            return;
        }

        _ownClose ??= new(code, reason);
        using var grace = new CancellationTokenSource(CloseGrace, _time);
        await _socket.CloseAsync(code, reason, grace.Token);
        try
        {
            await Completion.WaitAsync(grace.Token);
        }
        catch (OperationCanceledException)
        {
            _socket.Abort();
        }
    }
}

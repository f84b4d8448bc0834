using System.Text.Json.Serialization.Metadata;
using OpenClaw.Host.Events;
using OpenClaw.Host.Gateway.Broadcast;
using OpenClaw.Host.Gateway.Dialects;
using OpenClaw.Host.Gateway.Resume;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Host.Gateway.Connections;

/// <summary>A connection past its handshake: who it is, what it may see, and the way out to it.</summary>
internal sealed class GatewayConnection(GatewaySocket socket, RpcCaller caller, int maxConcurrent, int maxQueued) : IRpcResponder
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _farewell;

    public RpcCaller Caller { get; } = caller;

    /// <summary>Timestamp from before the caller's rights were looked up.</summary>
    public long AuthorizedAt { get; init; }

    /// <summary>Set for a client that connected in the older form.</summary>
    public CommunityClient? Community { get; init; }

    /// <summary>Set for a client that may come back for what it missed: broadcasts reach it over this line alone.</summary>
    public EventLine? Line { get; set; }

    public RequestSlots Slots { get; } = new(maxConcurrent, maxQueued);

    /// <summary>Calls outside the connection's role, one after the other.</summary>
    public int RoleViolations { get; set; }

    /// <summary>Completes when the socket is gone and nothing runs for it any more.</summary>
    public Task Ended => _ended.Task;

    public void Ok<T>(string requestId, T payload, JsonTypeInfo<T> info) => Send(Result(requestId, payload, info));

    /// <summary>From now on events may reach the connection; they wait for the greeting.</summary>
    public void AwaitGreeting() => socket.Outbound.Hold();

    /// <summary>Answers the handshake, and lets out what happened meanwhile.</summary>
    public void Greet(string requestId, HelloOk hello) => socket.Watch(socket.Outbound.Release(
        new OutboundFrame { Answer = Result(requestId, hello, ProtocolJsonContext.Default.HelloOk) }));

    public void Fail(string requestId, ErrorShape error, ReadOnlySpan<byte> payload = default)
    {
        // The third generation does not know the newer code.
        var known = Caller.Protocol < ProtocolVersions.V4 && error.Code == ErrorCodes.Forbidden
            ? error with { Code = ErrorCodes.InvalidRequest }
            : error;
        var answer = new PooledBuffer();
        FrameWriter.WriteError(answer, requestId, known, payload);
        Send(answer);
    }

    /// <summary>Hands a broadcast over if this connection may see it. Null when it may not.</summary>
    /// <param name="gatewayEvent">What happened.</param>
    /// <param name="entry">Its row in the catalogue.</param>
    /// <param name="stateVersion">The versions that go along.</param>
    /// <param name="seq">The number it used up on this connection.</param>
    public SendStatus? Deliver(GatewayEvent gatewayEvent, EventEntry entry, StateVersion? stateVersion, out long seq)
    {
        seq = 0;
        if (!MaySee(gatewayEvent, entry) || Community?.Wants(gatewayEvent.Name) == false)
        {
            return null;
        }

        // It is said to all and again to those who came in meanwhile; each hears it once.
        if (entry.Name == EventNames.Shutdown && Interlocked.Exchange(ref _farewell, 1) == 1)
        {
            return null;
        }

        var payload = PayloadFor(gatewayEvent);
        return payload.IsEmpty ? null : socket.Watch(socket.Outbound.Broadcast(
            new OutboundFrame { EventName = entry.Name, Payload = payload, StateVersion = stateVersion }, entry.DropIfSlow, out seq));
    }

    /// <summary>The same for an event under its older name.</summary>
    public SendStatus? Deliver(CommunityEvent older, GatewayEvent gatewayEvent, EventEntry entry) =>
        MaySee(gatewayEvent, entry) && Community?.Wants(older.Name) == true
            ? socket.Watch(socket.Outbound.Broadcast(new OutboundFrame { EventName = older.Name, Payload = older.Payload }, entry.DropIfSlow, out _))
            : null;

    /// <summary>Sends an event that is meant for this connection alone, without a number. False when the connection is ending.</summary>
    public bool SendAside(GatewayEvent gatewayEvent) =>
        PayloadFor(gatewayEvent) is { IsEmpty: false } payload
        && socket.Watch(socket.Outbound.Send(new OutboundFrame { EventName = gatewayEvent.Name, Payload = payload })) == SendStatus.Queued;

    /// <summary>True once this side has decided to end the connection.</summary>
    public bool IsClosing => socket.IsClosing;

    /// <summary>True when it was ended because what its rights rest on was taken away.</summary>
    public bool IsInvalidated { get; private set; }

    public void Close(CloseFrame frame)
    {
        IsInvalidated |= frame.Code == CloseCodes.Invalidated;
        socket.Close(frame);
    }

    public void MarkEnded() => _ended.TrySetResult();

    private ReadOnlyMemory<byte> PayloadFor(GatewayEvent gatewayEvent) =>
        Caller.Protocol < ProtocolVersions.V4 ? gatewayEvent.LegacyPayload ?? gatewayEvent.Payload : gatewayEvent.Payload;

    /// <summary>Sends a whole frame, which it takes over.</summary>
    public void Send(PooledBuffer answer) => socket.Watch(socket.Outbound.Send(new OutboundFrame { Answer = answer }));

    private static PooledBuffer Result<T>(string requestId, T payload, JsonTypeInfo<T> info)
    {
        var answer = new PooledBuffer();
        try
        {
            FrameWriter.WriteResult(answer, requestId, payload, info);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private bool MaySee(GatewayEvent gatewayEvent, EventEntry entry) => EventVisibility.MaySee(Caller, gatewayEvent, entry);
}

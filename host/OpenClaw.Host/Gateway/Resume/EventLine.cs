using OpenClaw.Host.Events;
using OpenClaw.Host.Gateway.Broadcast;
using OpenClaw.Host.Gateway.Connections;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Host.Gateway.Resume;

/// <summary>
/// What one client is told, over the connections it has one after the other. While it has none, the line goes on noting what the
/// client would have been told. Every change happens under one gate, so each event is in exactly one place of the order.
/// </summary>
internal sealed class EventLine(GatewayConnection first, string epoch, string identity, SessionSubscriptions subscriptions, EventJournal journal, int maxEvents)
{
    private readonly Lock _gate = new();
    private GatewayConnection? _connection = first;
    private RpcCaller _caller = first.Caller;
    private EventRing _ring = new(maxEvents);
    private string _epoch = epoch;

    // A client that lost its new connection before hello arrived knows the epoch before, and the number it named then.
    private string? _epochBefore;
    private long _seqBefore;
    private long _detachments;
    private bool _ended;

    public SendStatus? Deliver(GatewayEvent gatewayEvent, EventEntry entry, StateVersion? version, ref KeptEvent? kept, out string connectionId)
    {
        lock (_gate)
        {
            connectionId = _caller.ConnectionId;
            if (_ended || !subscriptions.Reaches(_caller, gatewayEvent))
            {
                return null;
            }

            if (_connection is null)
            {
                if (EventVisibility.MaySee(_caller, gatewayEvent, entry))
                {
                    _ring.Add(_ring.Last + 1, kept ??= journal.Keep(gatewayEvent, entry, version));
                }

                return null;
            }

            var status = _connection.Deliver(gatewayEvent, entry, version, out var seq);
            if (status is not null)
            {
                _ring.Add(seq, status == SendStatus.Dropped ? KeptEvent.LeftOut : kept ??= journal.Keep(gatewayEvent, entry, version));
            }

            return status;
        }
    }

    /// <summary>The connection is over. Null when the line has gone to another one before.</summary>
    /// <returns>Which detachment this is, for <see cref="TryEnd"/>.</returns>
    public long? TryDetach(GatewayConnection connection)
    {
        lock (_gate)
        {
            if (_connection != connection)
            {
                return null;
            }

            _connection = null;
            return ++_detachments;
        }
    }

    /// <summary>True while that detachment is the last thing that happened to the line.</summary>
    public bool IsAwaiting(long detachment)
    {
        lock (_gate)
        {
            return !_ended && _connection is null && detachment == _detachments;
        }
    }

    /// <summary>Gives the line up, unless it was taken up since.</summary>
    public bool TryEnd(long detachment, out RpcCaller caller, out string epoch, out string? epochBefore)
    {
        lock (_gate)
        {
            (caller, epoch, epochBefore) = (_caller, _epoch, _epochBefore);
            if (_ended || _connection is not null || detachment != _detachments)
            {
                return false;
            }

            return _ended = true;
        }
    }

    /// <summary>
    /// Puts the client's new connection on the line and sends it what it missed, judged by its rights of now. Fails without any
    /// effect, and says why.
    /// </summary>
    public string? TakeUp(GatewayConnection next, string nextEpoch, string nextIdentity, ConnectResume resume, out GatewayConnection? left, out string? forgotten)
    {
        left = null;
        forgotten = null;
        lock (_gate)
        {
            if (_ended || (resume.Epoch != _epoch && resume.Epoch != _epochBefore))
            {
                return ResumeGapReasons.UnknownEpoch;
            }

            if (identity != nextIdentity)
            {
                return ResumeGapReasons.OtherIdentity;
            }

            // Nothing arrived after the number that was named with the epoch before.
            var seq = resume.Epoch == _epoch ? resume.Seq : resume.Seq - _seqBefore;
            if (resume.Seq < 0)
            {
                return ResumeGapReasons.Invalid;
            }

            if (seq > (resume.Epoch == _epoch ? _ring.Last : 0))
            {
                return ResumeGapReasons.FutureSeq;
            }

            if (seq < 0 || _ring.After(seq) is not { } missed)
            {
                return ResumeGapReasons.TooOld;
            }

            (left, forgotten) = (_connection, resume.Epoch == _epoch ? _epochBefore : _epoch);
            (_epochBefore, _seqBefore, _epoch) = (resume.Epoch, resume.Seq, nextEpoch);
            subscriptions.Move(_caller.ConnectionId, next.Caller.ConnectionId);
            (_connection, _caller, _ring) = (next, next.Caller, new EventRing(maxEvents));
            Replay(next, missed);
            return null;
        }
    }

    private void Replay(GatewayConnection next, List<ResumedEvent> missed)
    {
        var replayed = 0;
        foreach (var (kept, gatewayEvent) in missed)
        {
            if (subscriptions.Reaches(next.Caller, gatewayEvent) && next.Deliver(gatewayEvent, kept.Entry!, kept.Version, out var seq) is { } status)
            {
                _ring.Add(seq, status == SendStatus.Dropped ? KeptEvent.LeftOut : kept);
                replayed++;
            }
        }

        next.SendAside(GatewayEvent.Create(
            ResumeEventNames.Done, new ResumeDoneEvent { Replayed = replayed }, ProtocolJsonContext.Default.ResumeDoneEvent));
    }
}

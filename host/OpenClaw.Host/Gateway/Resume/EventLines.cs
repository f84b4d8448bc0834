using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using OpenClaw.Host.Events;
using OpenClaw.Host.Gateway.Connections;
using OpenClaw.Host.Gateway.Handshake;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Host.Gateway.Resume;

/// <summary>
/// The lines of all connections that announced <see cref="ClientCapabilities.EventResume"/>, and of those that have gone and may
/// come back. Lines without a connection are bounded in number and age; connections that announced nothing cost nothing here.
/// </summary>
internal sealed class EventLines(SessionSubscriptions subscriptions, GatewayOptions options, GatewayMetrics metrics, TimeProvider time)
{
    private const int EpochBytes = 18;
    private static readonly CloseFrame TakenUp = new(CloseCodes.Normal, "resumed on another connection");

    private readonly EventJournal _journal = new(options);
    private readonly ConcurrentDictionary<EventLine, bool> _lines = new();
    private readonly ConcurrentDictionary<string, EventLine> _byEpoch = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Queue<Detachment> _detached = new();

    /// <summary>An epoch for a new connection that wants one: known to nobody else, and good for the connection after it.</summary>
    public static string? EpochFor(HandshakeResult accepted) =>
        accepted.Protocol >= ProtocolVersions.V4 && accepted.Grant.Role == Roles.Operator && accepted.Connect.Caps?.Contains(ClientCapabilities.EventResume) == true
            ? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(EpochBytes))
            : null;

    /// <summary>Enumerates without a lock: a line that comes or goes meanwhile may or may not be seen, but never twice.</summary>
    public IEnumerator<KeyValuePair<EventLine, bool>> GetEnumerator()
    {
        Expire();
        return _lines.GetEnumerator();
    }

    /// <summary>Puts a new connection, whose hello is on its way, on the line it asks for or on one of its own.</summary>
    public void Begin(GatewayConnection connection, string? epoch, ConnectResume? resume)
    {
        Expire();
        var gap = resume is null ? null : epoch is null ? ResumeGapReasons.Invalid : TakeUp(connection, epoch, resume);
        if (resume is not null)
        {
            metrics.Resume(gap ?? "resumed");
        }

        if (gap is not null)
        {
            connection.SendAside(GatewayEvent.Create(
                ResumeEventNames.Gap, new ResumeGapEvent { Reason = gap }, ProtocolJsonContext.Default.ResumeGapEvent));
        }

        if (epoch is not null && connection.Line is null)
        {
            var line = new EventLine(connection, epoch, connection.Caller.Identity, subscriptions, _journal, options.MaxResumeEvents);
            connection.Line = line;
            _byEpoch[epoch] = line;
            _lines[line] = true;
        }
    }

    /// <summary>Keeps the line of a connection that has ended, for a while, unless its client said goodbye.</summary>
    /// <returns>False when the connection had none, or another has taken it up: what it listened to can be forgotten.</returns>
    public bool TryKeep(GatewayConnection connection, bool comesBack)
    {
        if (connection.Line is not { } line || line.TryDetach(connection) is not { } detachment)
        {
            return false;
        }

        if (!comesBack)
        {
            End(line, detachment);
            return false;
        }

        lock (_gate)
        {
            _detached.Enqueue(new Detachment(line, detachment, time.GetTimestamp()));
        }

        Expire();
        return true;
    }

    private string? TakeUp(GatewayConnection connection, string epoch, ConnectResume resume)
    {
        if (!_byEpoch.TryGetValue(resume.Epoch, out var line))
        {
            return ResumeGapReasons.UnknownEpoch;
        }

        if (line.TakeUp(connection, epoch, connection.Caller.Identity, resume, out var left, out var forgotten) is { } gap)
        {
            return gap;
        }

        connection.Line = line;
        _byEpoch[epoch] = line;
        if (forgotten is not null)
        {
            _byEpoch.TryRemove(forgotten, out _);
        }

        left?.Close(TakenUp);
        return null;
    }

    private void Expire()
    {
        lock (_gate)
        {
            if (_detached.Count > options.MaxDetachedConnections)
            {
                // Of a client that comes and goes only the last going counts; it must not push out those that are really awaited.
                foreach (var one in _detached.ToArray())
                {
                    _detached.Dequeue();
                    if (one.Line.IsAwaiting(one.Number))
                    {
                        _detached.Enqueue(one);
                    }
                }
            }

            while (_detached.TryPeek(out var oldest)
                && (_detached.Count > options.MaxDetachedConnections || time.GetElapsedTime(oldest.At) > options.ResumeWindow))
            {
                _detached.Dequeue();
                End(oldest.Line, oldest.Number);
            }
        }
    }

    private void End(EventLine line, long detachment)
    {
        if (!line.TryEnd(detachment, out var caller, out var epoch, out var epochBefore))
        {
            return;
        }

        _lines.TryRemove(line, out _);
        _byEpoch.TryRemove(epoch, out _);
        if (epochBefore is not null)
        {
            _byEpoch.TryRemove(epochBefore, out _);
        }

        subscriptions.Forget(caller.ConnectionId);
    }

    private readonly record struct Detachment(EventLine Line, long Number, long At);
}

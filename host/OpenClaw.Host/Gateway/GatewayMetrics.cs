using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenClaw.Host.Diagnostics;

namespace OpenClaw.Host.Gateway;

/// <summary>What the gateway counts. Tags are names from our own tables, never what a peer sent.</summary>
internal sealed class GatewayMetrics
{
    public const string MeterName = RoomMeters.Gateway;

    private readonly UpDownCounter<long> _connections;
    private readonly Counter<long> _handshakes;
    private readonly Histogram<double> _requests;
    private readonly Counter<long> _events;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _resumes;

    public GatewayMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _connections = meter.CreateUpDownCounter<long>("openclaw.gateway.connections", "{connection}", "Connections past the handshake.");
        _handshakes = meter.CreateCounter<long>("openclaw.gateway.handshakes", "{handshake}", "Handshakes by outcome.");
        _requests = meter.CreateHistogram<double>("openclaw.gateway.request.duration", "s", "Time from frame to answer.");
        _events = meter.CreateCounter<long>("openclaw.gateway.events", "{event}", "Events given to connections, by what became of them.");
        _refusals = meter.CreateCounter<long>("openclaw.gateway.refusals", "{refusal}", "Sockets and frames turned away, by reason.");
        _resumes = meter.CreateCounter<long>("openclaw.gateway.resumes", "{resume}", "Clients that came back for what they missed, by outcome.");
    }

    public void ConnectionOpened() => _connections.Add(1);

    public void ConnectionClosed() => _connections.Add(-1);

    public void Handshake(string outcome) => _handshakes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Request(string method, string outcome, TimeSpan duration)
    {
        if (_requests.Enabled)
        {
            _requests.Record(duration.TotalSeconds, new TagList { { "method", method }, { "outcome", outcome } });
        }
    }

    public void Event(string outcome) => _events.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Resume(string outcome) => _resumes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Refused(string reason) => _refusals.Add(1, new KeyValuePair<string, object?>("reason", reason));
}

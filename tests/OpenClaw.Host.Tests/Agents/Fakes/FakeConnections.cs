using System.Collections.Concurrent;
using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Tests.Agents.Fakes;

/// <summary>The connections a test says there are.</summary>
internal sealed class FakeConnections : IConnections, IPresenceReports
{
    public ConcurrentQueue<RpcCaller> Callers { get; } = [];

    /// <summary>Rows that were reported for the presence list.</summary>
    public ConcurrentQueue<(string Key, OpenClaw.Protocol.Connect.PresenceEntry Entry)> Reports { get; } = [];

    public bool IsConnected(string deviceId, string? role = null) => Callers.Any(one => one.DeviceId == deviceId && (role is null || one.Role == role));

    public void CloseDevice(string deviceId, string? role = null)
    {
    }

    public void CloseAuthenticatedBy(IReadOnlyCollection<string> authMethods)
    {
    }

    public bool Any(Func<RpcCaller, bool> matches) => Callers.Any(matches);

    public bool SendTo(string connectionId, GatewayEvent gatewayEvent) => false;

    public void Report(string key, OpenClaw.Protocol.Connect.PresenceEntry entry) => Reports.Enqueue((key, entry));
}

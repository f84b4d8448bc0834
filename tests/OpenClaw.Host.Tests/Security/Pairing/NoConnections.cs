using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Tests.Security.Pairing;

/// <summary>A gateway nobody is connected to.</summary>
internal sealed class NoConnections : IConnections, IEventPublisher
{
    public bool IsConnected(string deviceId, string? role = null) => false;

    public void CloseDevice(string deviceId, string? role = null)
    {
    }

    public void CloseAuthenticatedBy(IReadOnlyCollection<string> authMethods)
    {
    }

    public bool Any(Func<RpcCaller, bool> matches) => false;

    public bool SendTo(string connectionId, GatewayEvent gatewayEvent) => false;

    public void Publish(GatewayEvent gatewayEvent)
    {
    }
}

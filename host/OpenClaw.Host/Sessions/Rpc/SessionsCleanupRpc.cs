using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Maintenance;

namespace OpenClaw.Host.Sessions.Rpc;

/// <summary><c>sessions.cleanup</c>: the upkeep of sessions, now.</summary>
internal sealed class SessionsCleanupRpc(SessionMaintenance maintenance, SessionAddresses addresses) : IRpcModule
{
    private const string Name = "sessions.cleanup";

    public void Register(RpcMethods methods) => methods.Add(
        Name, static () => SessionJsonContext.Default.SessionsCleanupParams, static () => SessionJsonContext.Default.MaintenanceReport, CleanUpAsync);

    private async ValueTask<MaintenanceReport> CleanUpAsync(RpcCall call, SessionsCleanupParams parameters, CancellationToken cancellationToken)
    {
        if (parameters.FixDmScope == true)
            throw RpcException.InvalidRequest($"invalid {call.Method} params: fixDmScope is not offered here; sessions of direct messages keep the key they were made with");
        var request = new MaintenanceRequest
        {
            DryRun = parameters.DryRun == true,
            Enforce = parameters.Enforce == true,
            ActiveKey = parameters.ActiveKey is { } key ? addresses.Of(call, key, agentId: null).Key : null,
            AgentId = parameters.AllAgents == true || parameters.Agent is null ? null : addresses.Of(call, key: null, parameters.Agent).AgentId,
        };
        return await maintenance.RunAsync(request, cancellationToken);
    }
}

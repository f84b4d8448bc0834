using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Host.Tools;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>The <c>tools.*</c> methods.</summary>
internal sealed class ToolsRpc(ToolRegistry registry, ToolInvocations invocations, SessionAddresses addresses) : IRpcModule
{
    private const string ToolsInvoke = "tools.invoke";

    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.ToolsCatalog, static () => AgentsJsonContext.Default.ToolsCatalogParams, static () => AgentsJsonContext.Default.ToolsListing, Catalog)
        .Add(MethodNames.ToolsEffective, static () => AgentsJsonContext.Default.ToolsEffectiveParams, static () => AgentsJsonContext.Default.ToolsListing, Effective)
        .Add(ToolsInvoke, static () => AgentsJsonContext.Default.ToolsInvokeParams, static () => AgentsJsonContext.Default.ToolsInvokeResult, InvokeAsync);

    private ValueTask<ToolsListing> Catalog(RpcCall call, ToolsCatalogParams parameters, CancellationToken cancellationToken)
    {
        var groups = ToolListings.Of(registry, effective: false);
        return ValueTask.FromResult(new ToolsListing
        {
            AgentId = addresses.Of(call, key: null, parameters.AgentId).AgentId,
            Profiles = [ToolListings.Full],
            Groups = parameters.IncludePlugins == false ? [.. groups.Where(static group => group.PluginId is null)] : groups,
        });
    }

    private ValueTask<ToolsListing> Effective(RpcCall call, ToolsEffectiveParams parameters, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ToolsListing
        {
            AgentId = addresses.Of(call, parameters.SessionKey, parameters.AgentId).AgentId,
            Profile = ToolListings.Full.Id,
            Groups = ToolListings.Of(registry, effective: true),
        });

    private ValueTask<ToolsInvokeResult> InvokeAsync(RpcCall call, ToolsInvokeParams parameters, CancellationToken cancellationToken) =>
        invocations.InvokeAsync(call.Caller, addresses.Of(call, parameters.SessionKey, parameters.AgentId), parameters, cancellationToken);
}

using OpenClaw.Host.Configuration;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Agents.Skills;

/// <summary><c>skills.status</c> and <c>skills.bins</c>.</summary>
internal sealed class SkillsRpc(SkillFolders folders, Workspaces workspaces, SessionAddresses addresses, IConfigSource configuration) : IRpcModule
{
    private const string SkillsStatus = "skills.status";

    public void Register(RpcMethods methods) => methods
        .Add(SkillsStatus, static () => AgentsJsonContext.Default.SkillsStatusParams, static () => AgentsJsonContext.Default.SkillsStatusResult, Status)
        .Add(MethodNames.SkillsBins, static () => ProtocolJsonContext.Default.OpenParams, static () => AgentsJsonContext.Default.SkillsBinsResult, Bins);

    private ValueTask<SkillsStatusResult> Status(RpcCall call, SkillsStatusParams parameters, CancellationToken cancellationToken)
    {
        var agent = addresses.Of(call, parameters.SessionKey, parameters.AgentId).AgentId;
        return ValueTask.FromResult(new SkillsStatusResult(workspaces.Of(agent), folders.ManagedDirectory, agent, folders.Of(agent)));
    }

    private ValueTask<SkillsBinsResult> Bins(RpcCall call, OpenParams parameters, CancellationToken cancellationToken)
    {
        var skills = configuration.Current.Agents.List.SelectMany(agent => folders.Of(agent.Id));
        var bins = skills.SelectMany(static skill => skill.Requirements.Bins.Concat(skill.Requirements.AnyBins));
        return ValueTask.FromResult(new SkillsBinsResult([.. bins.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
    }
}

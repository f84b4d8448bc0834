using OpenClaw.Host.Agents.Commands;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary><c>commands.list</c>: what people can write into a chat that the gateway itself answers.</summary>
internal sealed class CommandsRpc(SessionAddresses addresses) : IRpcModule
{
    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.CommandsList, static () => AgentsJsonContext.Default.CommandsListParams, static () => AgentsJsonContext.Default.CommandsListResult, List);

    private ValueTask<CommandsListResult> List(RpcCall call, CommandsListParams parameters, CancellationToken cancellationToken)
    {
        // Every agent has the same commands; one that does not exist has none.
        _ = addresses.Of(call, parameters.SessionKey, parameters.AgentId);
        return ValueTask.FromResult(new CommandsListResult(
            [.. ChatCommands.All.Where(command => parameters.Scope is not { } scope || command.Scope == "both" || scope == "both" || command.Scope == scope)]));
    }
}

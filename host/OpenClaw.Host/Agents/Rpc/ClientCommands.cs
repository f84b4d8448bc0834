using System.Text.Json;
using OpenClaw.Host.Agents.Commands;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary>Carries out commands that clients send, as far as their scopes allow.</summary>
internal sealed class ClientCommands(CommandRuns commands)
{
    /// <exception cref="RpcException">The client may not give the command, or what follows it was refused.</exception>
    public async ValueTask<RunTicket> GiveAsync(
        RpcCall call, RunRequest request, IReadOnlyList<CommandLine> given, CancellationToken cancellationToken)
    {
        try
        {
            // A repeated request gets its answer, whatever its caller may do by now.
            if (await commands.FindAsync(request, given[0], cancellationToken) is { } known)
                return known;
            foreach (var command in given)
                Require(call, ScopeOf(command));
            return await commands.RunAsync(GiverOf(call.Caller), request, given, cancellationToken);
        }
        catch (RunRefusedException refused)
        {
            throw refused.For(call);
        }
    }

    /// <summary>Answers questions to the gateway that stand in a message for the agent.</summary>
    public async ValueTask AnswerBesideAsync(RpcCall call, RunRequest request, InlineDirectives inline, CancellationToken cancellationToken)
    {
        try
        {
            await commands.AnswerBesideAsync(GiverOf(call.Caller), request, inline, cancellationToken);
        }
        catch (RunRefusedException refused)
        {
            throw refused.For(call);
        }
    }

    // As the methods that do the same.
    private static string? ScopeOf(CommandLine command) => command.Name switch
    {
        ChatCommands.New or ChatCommands.Reset or ChatCommands.Compact => OperatorScopes.Admin,
        ChatCommands.Approve => OperatorScopes.Approvals,
        // What a chat is shown of the work; whoever reads along there is not asked.
        ChatCommands.Verbose or ChatCommands.Reasoning or ChatCommands.Usage => command.Rest.Length > 0 ? OperatorScopes.Admin : null,
        _ => ChatCommands.IsForOwners(command.Name) ? OperatorScopes.Admin : null,
    };

    private static CommandGiver GiverOf(RpcCaller caller) => new(WhoIs(caller), caller.HasScope(OperatorScopes.Admin), caller);

    private static string WhoIs(RpcCaller caller) =>
        $"You are connected as {caller.ClientId ?? "an unnamed client"} ({caller.Role}).\nScopes: {string.Join(", ", caller.Scopes)}";

    private static void Require(RpcCall call, string? scope)
    {
        if (scope is null || call.Caller.HasScope(scope))
            return;
        var details = new MissingScopeDetails { MissingScope = scope, RequiredScopes = [scope] };
        throw new RpcException(ErrorShape.MissingScope(scope, call.Caller.Protocol) with
        {
            Details = JsonSerializer.SerializeToElement(details, ProtocolJsonContext.Default.MissingScopeDetails),
        });
    }
}

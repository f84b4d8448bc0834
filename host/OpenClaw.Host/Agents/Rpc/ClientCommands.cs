using System.Text.Json;
using OpenClaw.Host.Agents.Commands;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary>Carries out commands that clients send, as far as their scopes allow.</summary>
internal sealed class ClientCommands(CommandRuns commands)
{
    /// <exception cref="RpcException">The client may not give the command, or what follows it was refused.</exception>
    public async ValueTask<RunTicket> GiveAsync(RpcCall call, RunRequest request, CommandLine command, CancellationToken cancellationToken)
    {
        try
        {
            // A repeated request gets its answer, whatever its caller may do by now.
            if (await commands.FindAsync(request, command, cancellationToken) is { } known)
                return known;
            if (command.Name is ChatCommands.New or ChatCommands.Reset)
                RequireAdmin(call);
            return await commands.RunAsync(WhoIs(call.Caller), request, command, cancellationToken);
        }
        catch (RunRefusedException refused)
        {
            throw refused.For(call);
        }
    }

    private static string WhoIs(RpcCaller caller) =>
        $"You are connected as {caller.ClientId ?? "an unnamed client"} ({caller.Role}).\nScopes: {string.Join(", ", caller.Scopes)}";

    private static void RequireAdmin(RpcCall call)
    {
        if (call.Caller.HasScope(OperatorScopes.Admin))
            return;
        var details = new MissingScopeDetails { MissingScope = OperatorScopes.Admin, RequiredScopes = [OperatorScopes.Admin] };
        throw new RpcException(ErrorShape.MissingScope(OperatorScopes.Admin, call.Caller.Protocol) with
        {
            Details = JsonSerializer.SerializeToElement(details, ProtocolJsonContext.Default.MissingScopeDetails),
        });
    }
}

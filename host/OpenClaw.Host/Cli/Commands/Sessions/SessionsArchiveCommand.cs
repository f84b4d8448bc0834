using OpenClaw.Client;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Sessions;

/// <summary><c>sessions archive</c>.</summary>
internal sealed class SessionsArchiveCommand() : SessionKeysCommand("archive", "Put conversations away until somebody writes to them", "archived")
{
    protected override async Task<string?> DoAsync(GatewayClient client, string key, CliInvocation invocation, CancellationToken cancellationToken)
    {
        await AskAsync(client, MethodNames.SessionsPatch, key, cancellationToken, static parameters => parameters["archived"] = true);
        return null;
    }
}

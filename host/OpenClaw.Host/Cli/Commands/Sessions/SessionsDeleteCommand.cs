using OpenClaw.Client;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Sessions;

/// <summary><c>sessions delete</c>.</summary>
internal sealed class SessionsDeleteCommand() : SessionKeysCommand("delete", "Delete conversations; their transcripts go after session.maintenance.resetArchiveRetention", "deleted")
{
    protected override async Task<string?> DoAsync(GatewayClient client, string key, CliInvocation invocation, CancellationToken cancellationToken)
    {
        var result = await AskAsync(client, MethodNames.SessionsDelete, key, cancellationToken);
        return result.IsTrueAt("deleted") ? null : "it was gone already";
    }
}

using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Systems;

/// <summary><c>system presence</c>: the list as it is, for people and scripts alike.</summary>
internal sealed class SystemPresenceCommand() : RemoteCommand("presence", "List who is connected")
{
    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        invocation.Console.WriteJson(await AskAsync(invocation, MethodNames.SystemPresence, JsonElement.Parse("{}"), cancellationToken));
        return ExitCodes.Success;
    }
}

using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Systems;

/// <summary><c>system heartbeat last</c>.</summary>
internal sealed class HeartbeatLastCommand() : RemoteCommand("last", "Show what became of the last one")
{
    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        invocation.Console.WriteJson(await AskAsync(invocation, MethodNames.LastHeartbeat, JsonElement.Parse("{}"), cancellationToken));
        return ExitCodes.Success;
    }
}

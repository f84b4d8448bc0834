using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Systems;

/// <summary><c>system heartbeat enable</c> and <c>system heartbeat disable</c>.</summary>
internal sealed class HeartbeatSwitchCommand(string verb, string description, bool isOn) : RemoteCommand(verb, description)
{
    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = JsonElement.Parse(isOn ? """{"enabled":true}""" : """{"enabled":false}""");
        var result = await AskAsync(invocation, MethodNames.SetHeartbeats, parameters, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
        }
        else
        {
            invocation.Console.Output.WriteLine($"Heartbeats are {(isOn ? "on" : "off")}.");
        }

        return ExitCodes.Success;
    }
}

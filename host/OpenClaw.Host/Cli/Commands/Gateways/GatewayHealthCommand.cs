using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary><c>gateway health</c>: does it answer, and how are its channels.</summary>
internal sealed class GatewayHealthCommand() : RemoteCommand("health", "Ask the gateway how it is")
{
    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsync(invocation, cancellationToken, MethodNames.Health);
        var started = invocation.Time.GetTimestamp();
        var health = await client.RequestAsync(MethodNames.Health, cancellationToken: cancellationToken);
        var took = invocation.Time.GetElapsedTime(started);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(health);
            return ExitCodes.Success;
        }

        invocation.Console.Output.WriteLine("Gateway Health");
        invocation.Console.Output.WriteLine($"{(health.IsTrueAt("ok") ? "OK" : "Not OK")} ({HumanText.Duration(took)})");
        foreach (var channel in health.ItemsAt("channelOrder").Select(static item => item.GetString()).OfType<string>())
        {
            var label = health.TextAt("channelLabels", channel) ?? channel;
            var linked = health.IsTrueAt("channels", channel, "linked");
            invocation.Console.Output.WriteLine(ControlText.ToOneLine($"{label}: {(linked ? "linked" : "not linked")}"));
        }

        return ExitCodes.Success;
    }
}

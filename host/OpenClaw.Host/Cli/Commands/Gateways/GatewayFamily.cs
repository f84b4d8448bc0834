using System.CommandLine;

namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary><c>gateway</c>: runs the gateway when nothing follows, and holds what one asks a gateway.</summary>
internal static class GatewayFamily
{
    public static Command Build(CliEnvironment environment)
    {
        var gateway = new GatewayRunCommand("gateway", "Run the gateway").Build(environment);
        gateway.Subcommands.Add(new GatewayRunCommand("run", "Run the gateway").Build(environment));
        gateway.Subcommands.Add(new GatewayStatusCommand().Build(environment));
        gateway.Subcommands.Add(new GatewayProbeCommand().Build(environment));
        gateway.Subcommands.Add(new GatewayHealthCommand().Build(environment));
        gateway.Subcommands.Add(new CallCommand("call", "Call a method of the gateway").Build(environment));
        return gateway;
    }
}

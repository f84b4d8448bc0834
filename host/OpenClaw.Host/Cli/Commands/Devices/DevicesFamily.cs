using System.CommandLine;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Devices;

/// <summary><c>devices</c>: who may connect as which device.</summary>
internal static class DevicesFamily
{
    public static Command Build(CliEnvironment environment) => CliFamily.Of(
        environment,
        "devices",
        "The devices that may connect",
        new DevicesListCommand(),
        new DevicesDecideCommand("approve", MethodNames.DevicePairApprove, "Approved"),
        new DevicesDecideCommand("reject", MethodNames.DevicePairReject, "Rejected"),
        new DevicesRemoveCommand(),
        new DevicesTokenCommand(DevicesTokenCommand.Rotate, "Replace the token of a device"),
        new DevicesTokenCommand(DevicesTokenCommand.Revoke, "Take the token of a device back"));
}

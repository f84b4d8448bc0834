using System.CommandLine;
using System.Text.Json;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Host.Cli.Commands.Devices;

/// <summary><c>devices remove</c>.</summary>
internal sealed class DevicesRemoveCommand() : DeviceCommand("remove", "Forget a device and end its connections")
{
    private readonly Argument<string> _device = new("deviceId") { Description = "The device, as devices list shows it" };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_device);
        base.Configure(command);
    }

    protected override Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var device = invocation.Get(_device)!;
        return ChangeAsync(
            invocation,
            MethodNames.DevicePairRemove,
            JsonSerializer.SerializeToElement(new DevicePairRemoveParams { DeviceId = device }, ProtocolJsonContext.Default.DevicePairRemoveParams),
            $"Removed {device}.",
            cancellationToken);
    }
}

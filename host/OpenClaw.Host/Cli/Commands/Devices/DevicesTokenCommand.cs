using System.CommandLine;
using System.Text.Json;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Host.Cli.Commands.Devices;

/// <summary><c>devices rotate</c> and <c>devices revoke</c>: replaces the token of a device in a role, or takes it back.</summary>
internal sealed class DevicesTokenCommand(string verb, string description) : DeviceCommand(verb, description)
{
    public const string Rotate = "rotate";
    public const string Revoke = "revoke";

    private readonly Option<string> _device = new("--device") { Description = "The device", HelpName = "id", Required = true };

    private readonly Option<string> _role = new("--role")
    {
        Description = "The role the token is for",
        HelpName = "role",
        DefaultValueFactory = static _ => Roles.Operator,
    };

    private readonly Option<string[]> _scopes = new("--scope")
    {
        Description = "A scope of the new token; may be given several times",
        HelpName = "scope",
        AllowMultipleArgumentsPerToken = true,
    };

    protected override void Configure(Command command)
    {
        command.Options.Add(_device);
        command.Options.Add(_role);
        if (Verb == Rotate)
        {
            command.Options.Add(_scopes);
        }

        base.Configure(command);
    }

    protected override Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var (device, role) = (invocation.Get(_device)!, invocation.Get(_role)!);
        return Verb == Rotate
            ? ChangeAsync(
                invocation,
                MethodNames.DeviceTokenRotate,
                JsonSerializer.SerializeToElement(
                    new DeviceTokenRotateParams { DeviceId = device, Role = role, Scopes = invocation.Get(_scopes) is { Length: > 0 } scopes ? scopes : null },
                    ProtocolJsonContext.Default.DeviceTokenRotateParams),
                $"Rotated the {role} token of {device}. Its connections are closed; it gets the new token when it connects with the gateway's secret.",
                cancellationToken)
            : ChangeAsync(
                invocation,
                MethodNames.DeviceTokenRevoke,
                JsonSerializer.SerializeToElement(
                    new DeviceTokenRevokeParams { DeviceId = device, Role = role }, ProtocolJsonContext.Default.DeviceTokenRevokeParams),
                $"Revoked the {role} token of {device}. Its connections are closed.",
                cancellationToken);
    }
}

using OpenClaw.Client.Devices;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Remote;

/// <summary>
/// The identity under which the command line knocks at gateways. A local one that takes the shared secret needs none; any other gives
/// rights to approved devices only.
/// </summary>
internal static class CliDevice
{
    private const string IdentityFile = "device.json";
    private const string TokenFile = "gateway-tokens.json";

    /// <summary>What a device of the owner is approved for, once for all commands: a device is asked about whenever it wants more.</summary>
    public static readonly string[] Scopes = [OperatorScopes.Admin, OperatorScopes.Approvals, OperatorScopes.Pairing];

    public static DeviceIdentity? For(GatewayTarget target, CliInvocation invocation)
    {
        if (target.Url.IsLoopback && (target.Token ?? target.Password) is not null)
        {
            return null;
        }

        return Load(invocation);
    }

    /// <summary>The identity, whoever is asked.</summary>
    public static DeviceIdentity Load(CliInvocation invocation)
    {
        try
        {
            return DeviceIdentity.LoadOrCreate(Path.Combine(invocation.Paths.IdentityDirectory, IdentityFile), invocation.Time);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"The identity of this device is not available. {error.Message}");
        }
    }

    public static IDeviceTokenStore Tokens(CliInvocation invocation) =>
        new DeviceTokenFile(Path.Combine(invocation.Paths.IdentityDirectory, TokenFile));
}

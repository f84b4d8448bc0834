using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Client.Transport;

/// <summary>What one attempt shows to the gateway. Its text form never shows it.</summary>
internal sealed record ConnectCredentials
{
    public string? Token { get; init; }

    public string? Password { get; init; }

    public string? DeviceToken { get; init; }

    public string? BootstrapToken { get; init; }

    /// <summary>True when the device token comes from the store and not from the caller.</summary>
    public bool IsStored { get; init; }

    /// <summary>The explicit token, else the device's own, else the one of a setup code; a password goes along always.</summary>
    public static async ValueTask<ConnectCredentials> ChooseAsync(GatewayClientOptions options, CancellationToken cancellationToken)
    {
        var chosen = new ConnectCredentials { Token = options.Token, Password = options.Password };
        if (options.Token is not null)
        {
            return chosen;
        }

        if (options.DeviceToken is not null)
        {
            return chosen with { DeviceToken = options.DeviceToken };
        }

        return await FindStoredAsync(options, cancellationToken) is { } stored
            ? chosen with { DeviceToken = stored, IsStored = true }
            : chosen with { BootstrapToken = options.BootstrapToken };
    }

    public static ValueTask<string?> FindStoredAsync(GatewayClientOptions options, CancellationToken cancellationToken) =>
        options is { Device: { } device, DeviceTokens: { } store }
            ? store.FindAsync(options.Url, device.Id, options.Role, cancellationToken)
            : ValueTask.FromResult<string?>(null);

    public ConnectAuth? ToAuth(int minProtocol)
    {
        // The third generation knows no field for device tokens and takes them where the shared one goes.
        var inTokenField = DeviceToken is not null && minProtocol < ProtocolVersions.V4;
        return Token is null && Password is null && DeviceToken is null && BootstrapToken is null ? null : new ConnectAuth
        {
            Token = inTokenField ? DeviceToken : Token,
            Password = Password,
            DeviceToken = inTokenField ? null : DeviceToken,
            BootstrapToken = BootstrapToken,
        };
    }

    public override string ToString() => nameof(ConnectCredentials);
}

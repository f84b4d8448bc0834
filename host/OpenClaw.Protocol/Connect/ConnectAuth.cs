using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Connect;

/// <summary>Credentials of a connect request. Its text form never shows them.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ConnectAuth
{
    /// <summary>The gateway's token, or from older clients a device token.</summary>
    public string? Token { get; init; }

    /// <summary>A one-time token of a setup code.</summary>
    public string? BootstrapToken { get; init; }

    /// <summary>A token issued to this device.</summary>
    public string? DeviceToken { get; init; }

    /// <summary>The gateway's password.</summary>
    public string? Password { get; init; }

    /// <summary>A token of a local approval helper.</summary>
    public string? ApprovalRuntimeToken { get; init; }

    /// <summary>A token of a local agent runtime.</summary>
    public string? AgentRuntimeIdentityToken { get; init; }

    /// <summary>The string that a device signs: token, else device token, else bootstrap token, else nothing.</summary>
    [JsonIgnore]
    public string SignedToken => Token ?? DeviceToken ?? BootstrapToken ?? "";

    /// <inheritdoc/>
    public override string ToString() => nameof(ConnectAuth);
}

namespace OpenClaw.Client.Devices;

/// <summary>One line of <see cref="DeviceTokenFile"/>. Its text form never shows the token.</summary>
internal sealed record StoredDeviceToken
{
    public required string Gateway { get; init; }

    public required string DeviceId { get; init; }

    public required string Role { get; init; }

    public required string Token { get; init; }

    public override string ToString() => $"{nameof(StoredDeviceToken)} {{ Gateway = {Gateway}, Role = {Role} }}";
}

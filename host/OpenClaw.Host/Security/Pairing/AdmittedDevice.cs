namespace OpenClaw.Host.Security.Pairing;

/// <summary>A device in one role, with the token it may use from now on. Its text form never shows the token.</summary>
internal sealed record AdmittedDevice(string DeviceId, string Role, IReadOnlyList<string> TokenScopes, string Token, long IssuedAt)
{
    public override string ToString() => $"{nameof(AdmittedDevice)} {{ DeviceId = {DeviceId}, Role = {Role} }}";
}

namespace OpenClaw.Host.Security.Setup;

/// <summary>A new setup: the token is shown once, here. Its text form never shows it.</summary>
internal sealed record IssuedSetup(string SetupId, string Token, SetupAccess Access, long ExpiresAt)
{
    public override string ToString() => $"{nameof(IssuedSetup)} {{ SetupId = {SetupId} }}";
}

namespace OpenClaw.Host.Security;

/// <summary>Kinds of credentials that are guessed, and therefore counted, apart from each other.</summary>
internal enum CredentialKind
{
    SharedSecret,
    DeviceToken,
    BootstrapToken,
}

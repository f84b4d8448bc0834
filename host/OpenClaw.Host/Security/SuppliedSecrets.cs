namespace OpenClaw.Host.Security;

/// <summary>The credentials of one attempt. Its text form never shows them.</summary>
internal readonly record struct SuppliedSecrets(string? Token, string? Password, string? DeviceToken = null, string? BootstrapToken = null)
{
    /// <summary>True when there is something that could be the shared secret.</summary>
    public bool HasShared => !string.IsNullOrEmpty(Token) || !string.IsNullOrEmpty(Password);

    public bool HasAny => HasShared || !string.IsNullOrEmpty(DeviceToken) || !string.IsNullOrEmpty(BootstrapToken);

    public override string ToString() => nameof(SuppliedSecrets);
}

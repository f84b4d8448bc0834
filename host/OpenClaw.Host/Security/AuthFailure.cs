namespace OpenClaw.Host.Security;

/// <summary>Why a caller was not let in.</summary>
internal enum AuthFailure
{
    TokenMissing,
    TokenMismatch,
    TokenNotConfigured,
    PasswordMissing,
    PasswordMismatch,
    PasswordNotConfigured,
    DeviceTokenMismatch,
    ScopeMismatch,
    BootstrapTokenInvalid,
    IdentityHeaderRequired,
    VerifiedUserRequired,
    TailscaleIdentityMissing,
    TailscaleProxyMissing,
    TailscaleWhoisFailed,
    TailscaleIdentityMismatch,

    /// <summary>A setup code was given where a token belongs.</summary>
    SetupCodeAsSecret,
    RateLimited,
}

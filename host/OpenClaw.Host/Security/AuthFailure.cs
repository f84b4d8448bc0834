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
    BootstrapTokenInvalid,
    IdentityHeaderRequired,
    RateLimited,
}

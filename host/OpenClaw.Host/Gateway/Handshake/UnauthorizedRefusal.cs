using System.Text.Json;
using OpenClaw.Host.Security;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>Puts a failed authentication into the words that clients know.</summary>
internal static class UnauthorizedRefusal
{
    private const string FixConfiguration = "update_auth_configuration";
    private const string FixCredentials = "update_auth_credentials";
    private const string Review = "review_auth_configuration";

    /// <param name="result">The failed attempt.</param>
    /// <param name="local">Whether the caller sits where the configuration is.</param>
    /// <param name="canTryDeviceToken">Whether a stored device token may help.</param>
    public static Refusal From(AuthResult result, bool local, bool canTryDeviceToken)
    {
        var words = Words(result.Failure, local);
        var mayRetry = canTryDeviceToken && result.Failure == AuthFailure.TokenMismatch;
        var limited = result.Failure == AuthFailure.RateLimited;
        var error = ErrorShape.InvalidRequest($"unauthorized: {words.What} ({words.Hint})", JsonSerializer.SerializeToElement(
            new UnauthorizedDetails
            {
                Code = words.Code,
                AuthReason = words.Reason,
                CanRetryWithDeviceToken = mayRetry,
                RecommendedNextStep = mayRetry ? "retry_with_device_token" : words.NextStep,
            },
            GatewayJsonContext.Default.UnauthorizedDetails));
        error = limited ? error with { Retryable = true, RetryAfterMs = (long)Math.Ceiling(result.RetryAfter.TotalMilliseconds) } : error;
        return Refusal.Policy(words.Reason, error) with { Delay = result.Delay };
    }

    private static (string Code, string Reason, string What, string Hint, string NextStep) Words(AuthFailure failure, bool local)
    {
        var tokenHint = local
            ? "use this gateway's gateway.auth.token or pair the device"
            : "set gateway.remote.token to match gateway.auth.token";
        var passwordHint = local
            ? "use this gateway's gateway.auth.password"
            : "set gateway.remote.password to match gateway.auth.password";
        return failure switch
        {
            AuthFailure.TokenMissing => ("AUTH_TOKEN_MISSING", "token_missing", "gateway token missing", tokenHint, FixConfiguration),
            AuthFailure.TokenMismatch => ("AUTH_TOKEN_MISMATCH", "token_mismatch", "gateway token mismatch", tokenHint, FixCredentials),
            AuthFailure.TokenNotConfigured => (
                "AUTH_TOKEN_NOT_CONFIGURED", "token_missing_config", "gateway token not configured",
                "set gateway.auth.token on the gateway", FixConfiguration),
            AuthFailure.PasswordMissing => (
                "AUTH_PASSWORD_MISSING", "password_missing", "gateway password missing", passwordHint, FixConfiguration),
            AuthFailure.PasswordMismatch => (
                "AUTH_PASSWORD_MISMATCH", "password_mismatch", "gateway password mismatch", passwordHint, FixCredentials),
            AuthFailure.PasswordNotConfigured => (
                "AUTH_PASSWORD_NOT_CONFIGURED", "password_missing_config", "gateway password not configured",
                "set gateway.auth.password on the gateway", FixConfiguration),
            AuthFailure.DeviceTokenMismatch => (
                "AUTH_DEVICE_TOKEN_MISMATCH", "device_token_mismatch", "device token mismatch", "rotate/reissue device token", FixCredentials),
            AuthFailure.ScopeMismatch => (
                "AUTH_SCOPE_MISMATCH", "scope_mismatch", "device token scope mismatch", "re-pair or approve scope upgrade", Review),
            AuthFailure.BootstrapTokenInvalid => (
                "AUTH_BOOTSTRAP_TOKEN_INVALID", "bootstrap_token_invalid", "setup code invalid, expired, revoked, or already used",
                "create a new code; review `openclaw devices list`", Review),
            AuthFailure.IdentityHeaderRequired => (
                "AUTH_IDENTITY_HEADER_REQUIRED", "identity_header_required", "identity header required",
                "connect through the trusted proxy", Review),
            AuthFailure.VerifiedUserRequired => (
                "AUTH_VERIFIED_USER_REQUIRED", "verified_user_required", "verified user required",
                "ask the owner to add you to gateway.auth.trustedProxy.allowUsers", Review),
            AuthFailure.TailscaleIdentityMissing => (
                "AUTH_TAILSCALE_IDENTITY_MISSING", "tailscale_user_missing", "tailscale identity missing",
                "connect as a person of the tailnet, or use the gateway token", Review),
            AuthFailure.TailscaleProxyMissing => (
                "AUTH_TAILSCALE_PROXY_MISSING", "tailscale_proxy_missing", "tailscale proxy headers missing",
                "connect through tailscale serve, or use the gateway token", Review),
            AuthFailure.TailscaleWhoisFailed => (
                "AUTH_TAILSCALE_WHOIS_FAILED", "tailscale_whois_failed", "tailscale identity could not be checked",
                "check that tailscale runs on the gateway host, or use the gateway token", Review),
            AuthFailure.TailscaleIdentityMismatch => (
                "AUTH_TAILSCALE_IDENTITY_MISMATCH", "tailscale_user_mismatch", "tailscale identity mismatch",
                "connect from a machine of your own, or use the gateway token", Review),
            AuthFailure.SetupCodeAsSecret => (
                "AUTH_TOKEN_MISMATCH", "token_mismatch", "gateway token mismatch",
                "this is a setup code, not a token: enter it where a new device is set up", FixCredentials),
            AuthFailure.RateLimited => (
                "AUTH_RATE_LIMITED", "rate_limited", "too many failed authentication attempts", "retry later", "wait_then_retry"),
            _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, null),
        };
    }
}

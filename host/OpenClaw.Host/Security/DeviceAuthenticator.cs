using OpenClaw.Host.Security.Pairing;
using OpenClaw.Host.Security.Setup;
using OpenClaw.Host.Security.Tailscale;
using OpenClaw.Host.Security.Tokens;

namespace OpenClaw.Host.Security;

/// <summary>
/// Decides whether a caller with a proven device may be let in: by the gateway's own secret or the word of Tailscale, else by a setup
/// code, else by the device's token, which older clients put where the shared token belongs.
/// </summary>
internal sealed class DeviceAuthenticator(
    SharedSecretAuthenticator shared, TailscaleIdentities tailscale, SetupCodes setups, PairedDevices devices, AuthAttemptLimiter limiter)
{
    /// <param name="supplied">What the caller brought.</param>
    /// <param name="peer">Where it comes from.</param>
    /// <param name="request">Who it is and what it asks for.</param>
    /// <param name="known">The device as stored; null when it is not paired.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    public async ValueTask<AuthResult> AuthenticateAsync(
        SuppliedSecrets supplied, Peer peer, PairingRequest request, DeviceRecord? known, CancellationToken cancellationToken)
    {
        var byShared = shared.Check(supplied, peer);
        if (byShared.IsAuthenticated && byShared.Method != AuthMethods.None)
        {
            return byShared;
        }

        AuthResult? byTailscale = peer.Tailscale is { } claim ? await tailscale.VerifyAsync(claim, cancellationToken) : null;
        if (byTailscale is { } verdict && (verdict.IsAuthenticated || !supplied.HasAny))
        {
            return verdict;
        }

        AuthResult? bySetup = string.IsNullOrEmpty(supplied.BootstrapToken)
            ? null
            : await BySetupAsync(supplied.BootstrapToken, peer, request, cancellationToken);
        if (bySetup is { IsAuthenticated: true } || byShared.IsAuthenticated)
        {
            return bySetup is { IsAuthenticated: true } invited ? invited : byShared;
        }

        if (!string.IsNullOrEmpty(supplied.DeviceToken))
        {
            return ByToken(supplied.DeviceToken, peer, request, known);
        }

        return bySetup ?? ByFallback(supplied, peer, request, known, byShared);
    }

    private async ValueTask<AuthResult> BySetupAsync(string token, Peer peer, PairingRequest request, CancellationToken cancellationToken)
    {
        var key = new AttemptKey(peer.AttemptSource, CredentialKind.BootstrapToken);
        var ticket = limiter.Admit(key, shared.IsExempt(peer));
        if (!ticket.IsAdmitted)
        {
            return new AuthResult { Failure = AuthFailure.RateLimited, RetryAfter = ticket.RetryAfter };
        }

        var setup = await setups.FindAsync(token, cancellationToken);
        if (setup is null || !setup.Access.Allows(request.Role, request.Scopes))
        {
            return AuthResult.Refuse(AuthFailure.BootstrapTokenInvalid, ticket.FailureDelay);
        }

        limiter.Withdraw(key);
        return AuthResult.Let(AuthMethods.BootstrapToken) with { Setup = setup };
    }

    private AuthResult ByToken(string token, Peer peer, PairingRequest request, DeviceRecord? known)
    {
        var key = new AttemptKey(peer.AttemptSource, CredentialKind.DeviceToken);
        var ticket = limiter.Admit(key, shared.IsExempt(peer));
        if (!ticket.IsAdmitted)
        {
            return new AuthResult { Failure = AuthFailure.RateLimited, RetryAfter = ticket.RetryAfter };
        }

        var verdict = devices.Judge(known, request.Role, request.Scopes, token);
        if (verdict == DeviceTokenVerdict.Wrong)
        {
            return AuthResult.Refuse(AuthFailure.DeviceTokenMismatch, ticket.FailureDelay);
        }

        limiter.Withdraw(key);
        return verdict == DeviceTokenVerdict.Good ? AuthResult.Let(AuthMethods.DeviceToken) : AuthResult.Refuse(AuthFailure.ScopeMismatch);
    }

    /// <summary>The same text that was no shared secret may be the device's token; then it was no guess at the secret either.</summary>
    private AuthResult ByFallback(SuppliedSecrets supplied, Peer peer, PairingRequest request, DeviceRecord? known, AuthResult byShared)
    {
        if (string.IsNullOrEmpty(supplied.Token) || byShared.Failure == AuthFailure.SetupCodeAsSecret)
        {
            return byShared;
        }

        var byToken = ByToken(supplied.Token, peer, request, known);
        if (!byToken.IsAuthenticated && byToken.Failure != AuthFailure.ScopeMismatch)
        {
            return byShared;
        }

        if (byShared.Failure != AuthFailure.RateLimited && string.IsNullOrEmpty(supplied.Password))
        {
            limiter.Withdraw(SharedSecretAuthenticator.KeyOf(peer));
        }

        return byToken;
    }
}

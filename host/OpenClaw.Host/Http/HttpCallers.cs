using System.Globalization;
using OpenClaw.Host.Security;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Http;

/// <summary>Lets callers of HTTP routes in by the gateway's secret or a trusted proxy's word. Refusals are answered here.</summary>
internal sealed class HttpCallers(SharedSecretAuthenticator secrets, IdentityScopes identities, TimeProvider time)
{
    private const string ScopesHeader = "x-openclaw-scopes";
    private const string Bearer = "Bearer ";
    private const int MaxCredential = 4_096;

    // What somebody who knows the owner's secret may do.
    private static readonly string[] Everything =
        [OperatorScopes.Admin, OperatorScopes.Approvals, OperatorScopes.Pairing, OperatorScopes.Read, OperatorScopes.TalkSecrets, OperatorScopes.Write];

    /// <returns>Null when the request was answered with a refusal.</returns>
    public async ValueTask<HttpCaller?> AdmitAsync(HttpContext context, string scope)
    {
        var credential = CredentialOf(context.Request);
        var result = secrets.Check(new SuppliedSecrets(credential, null), context.GetPeer());
        if (!result.IsAuthenticated)
        {
            await RefuseAsync(context, result);
            return null;
        }

        var caller = new HttpCaller(result.Method!, ScopesOf(context.Request, result), result.User);
        if (OperatorScopes.Covers(caller.Scopes, scope))
            return caller;
        await context.Response.WriteJsonAsync(StatusCodes.Status403Forbidden, HttpErrors.MissingScope(scope));
        return null;
    }

    // Only people whom somebody else names may ask for less, or be given less.
    private IReadOnlyList<string> ScopesOf(HttpRequest request, AuthResult result)
    {
        if (result.Method is AuthMethods.Token or AuthMethods.Password)
            return Everything;
        var declared = request.Headers.TryGetValue(ScopesHeader, out var header)
            ? [.. header.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(scope => OperatorScopes.All.Contains(scope)).Distinct(StringComparer.Ordinal)]
            : (IReadOnlyList<string>)Everything;
        return IdentityScopes.Cut(declared, identities.Of(result));
    }

    private static string? CredentialOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } value]
        && value.Length <= MaxCredential
        && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? value[Bearer.Length..].Trim()
            : null;

    private async Task RefuseAsync(HttpContext context, AuthResult result)
    {
        if (result.Failure == AuthFailure.RateLimited)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(result.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await context.Response.WriteJsonAsync(StatusCodes.Status429TooManyRequests, HttpErrors.TooManyAttempts);
            return;
        }

        if (result.Delay > TimeSpan.Zero)
            await Task.Delay(result.Delay, time, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Response.Headers.WWWAuthenticate = "Bearer";
        await context.Response.WriteJsonAsync(StatusCodes.Status401Unauthorized, HttpErrors.Unauthorized);
    }
}

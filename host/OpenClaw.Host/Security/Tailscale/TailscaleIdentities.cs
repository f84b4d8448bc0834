using System.Net;

namespace OpenClaw.Host.Security.Tailscale;

/// <summary>
/// Holds what a caller claims against what Tailscale knows of its address. Answers are remembered for a short while, and few are
/// looked up at a time: a program is started for each.
/// </summary>
internal sealed class TailscaleIdentities(ITailscaleWhois whois, TimeProvider time) : IDisposable
{
    public const int MaxRemembered = 256;
    public const int MaxLookUps = 4;
    public static readonly TimeSpan KnownFor = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan UnknownFor = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, Answer> _answers = [];
    private readonly SemaphoreSlim _places = new(MaxLookUps);

    public async ValueTask<AuthResult> VerifyAsync(TailscaleClaim claim, CancellationToken cancellationToken)
    {
        if (claim.Client is not { } client)
        {
            return AuthResult.Refuse(AuthFailure.TailscaleProxyMissing);
        }

        if (claim.Login is not { } claimed)
        {
            return AuthResult.Refuse(AuthFailure.TailscaleIdentityMissing);
        }

        var login = Recall(client, out var known) ? known : await LookUpAsync(client, cancellationToken);
        return login is null ? AuthResult.Refuse(AuthFailure.TailscaleWhoisFailed)
            : login.Trim().Equals(claimed, StringComparison.OrdinalIgnoreCase) ? AuthResult.Let(AuthMethods.Tailscale) with { User = login.Trim() }
            : AuthResult.Refuse(AuthFailure.TailscaleIdentityMismatch);
    }

    public void Dispose() => _places.Dispose();

    private async Task<string?> LookUpAsync(IPAddress client, CancellationToken cancellationToken)
    {
        // Whoever finds all places taken tries again later; a queue of strangers is not kept.
        if (!await _places.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return null;
        }

        try
        {
            var login = await whois.FindLoginAsync(client, cancellationToken);
            Remember(client, login);
            return login;
        }
        finally
        {
            _places.Release();
        }
    }

    private bool Recall(IPAddress client, out string? login)
    {
        lock (_gate)
        {
            var isFresh = _answers.TryGetValue(client, out var answer)
                && time.GetElapsedTime(answer.At) < (answer.Login is null ? UnknownFor : KnownFor);
            login = isFresh ? answer.Login : null;
            return isFresh;
        }
    }

    private void Remember(IPAddress client, string? login)
    {
        lock (_gate)
        {
            if (_answers.Count >= MaxRemembered && !_answers.ContainsKey(client))
            {
                _answers.Remove(_answers.MinBy(static entry => entry.Value.At).Key);
            }

            _answers[client] = new Answer(login, time.GetTimestamp());
        }
    }

    private readonly record struct Answer(string? Login, long At);
}

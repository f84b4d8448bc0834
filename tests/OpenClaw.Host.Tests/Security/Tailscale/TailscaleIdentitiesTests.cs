using System.Net;
using OpenClaw.Host.Security;
using OpenClaw.Host.Security.Tailscale;

namespace OpenClaw.Host.Tests.Security.Tailscale;

public sealed class TailscaleIdentitiesTests
{
    private static readonly IPAddress Address = IPAddress.Parse("100.64.0.7");
    private static readonly TailscaleClaim Ann = new(Address, "ann@example.com");

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task An_answer_is_good_for_a_minute_and_its_absence_for_seconds()
    {
        var whois = new Whois { Login = Task.FromResult<string?>(null) };
        using var identities = new TailscaleIdentities(whois, _clock);
        Assert.Equal(AuthFailure.TailscaleWhoisFailed, (await identities.VerifyAsync(Ann, default)).Failure);
        whois.Login = Task.FromResult<string?>("ann@example.com");
        Assert.False((await identities.VerifyAsync(Ann, default)).IsAuthenticated);

        _clock.Advance(TailscaleIdentities.UnknownFor);
        Assert.True((await identities.VerifyAsync(Ann, default)).IsAuthenticated);
        whois.Login = Task.FromResult<string?>("eve@example.com");
        Assert.True((await identities.VerifyAsync(Ann, default)).IsAuthenticated);

        _clock.Advance(TailscaleIdentities.KnownFor);
        Assert.Equal(AuthFailure.TailscaleIdentityMismatch, (await identities.VerifyAsync(Ann, default)).Failure);
    }

    [Fact]
    public async Task Few_are_looked_up_at_a_time_and_the_rest_are_turned_away()
    {
        var answer = new TaskCompletionSource<string?>();
        var whois = new Whois { Login = answer.Task };
        using var identities = new TailscaleIdentities(whois, _clock);
        var underWay = Enumerable.Range(0, TailscaleIdentities.MaxLookUps).Select(_ => identities.VerifyAsync(Ann, default).AsTask()).ToArray();
        Assert.Equal(AuthFailure.TailscaleWhoisFailed, (await identities.VerifyAsync(Ann, default)).Failure);
        answer.SetResult("ann@example.com");
        Assert.All(await Task.WhenAll(underWay), static result => Assert.True(result.IsAuthenticated));
    }

    [Fact]
    public async Task What_is_remembered_is_bounded()
    {
        var whois = new Whois { Login = Task.FromResult<string?>("ann@example.com") };
        using var identities = new TailscaleIdentities(whois, _clock);
        for (var i = 0; i <= TailscaleIdentities.MaxRemembered; i++)
        {
            await identities.VerifyAsync(Ann with { Client = new IPAddress([100, 64, (byte)(i / 256), (byte)(i % 256)]) }, default);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        var asked = whois.Asked;
        await identities.VerifyAsync(Ann with { Client = IPAddress.Parse("100.64.0.0") }, default);
        Assert.Equal(asked + 1, whois.Asked);
    }

    private sealed class Whois : ITailscaleWhois
    {
        public Task<string?> Login { get; set; } = null!;

        public int Asked { get; private set; }

        public Task<string?> FindLoginAsync(IPAddress address, CancellationToken cancellationToken)
        {
            Asked++;
            return Login;
        }
    }
}

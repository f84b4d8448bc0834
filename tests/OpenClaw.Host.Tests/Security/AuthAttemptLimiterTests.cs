using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Security;

namespace OpenClaw.Host.Tests.Security;

public sealed class AuthAttemptLimiterTests
{
    private static readonly AttemptKey Guesser = new("203.0.113.9", CredentialKind.SharedSecret);

    private readonly StoppedClock _clock = new();
    private readonly AuthAttemptLimiter _limiter;

    public AuthAttemptLimiterTests() => _limiter = new AuthAttemptLimiter(new FixedConfig(new GatewayConfig()), _clock);

    [Fact]
    [Trait("Threat", "AUTH-05")]
    public void The_eleventh_attempt_in_a_minute_waits_five_minutes()
    {
        Exhaust(Guesser);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var ticket = _limiter.Admit(Guesser, exempt: false);
        Assert.False(ticket.IsAdmitted);
        Assert.Equal(TimeSpan.FromSeconds(299), ticket.RetryAfter);
        _clock.Advance(TimeSpan.FromSeconds(299));
        Assert.True(_limiter.Admit(Guesser, exempt: false).IsAdmitted);
    }

    [Fact]
    public void Attempts_spread_over_more_than_the_window_are_not_added_up()
    {
        for (var i = 0; i < 30; i++)
        {
            Assert.True(_limiter.Admit(Guesser, exempt: false).IsAdmitted);
            _clock.Advance(TimeSpan.FromSeconds(10));
        }
    }

    [Fact]
    public void Success_starts_the_source_afresh()
    {
        for (var i = 0; i < 9; i++)
        {
            _limiter.Admit(Guesser, exempt: false);
        }

        _limiter.Admit(Guesser, exempt: false);
        _limiter.Succeeded(Guesser);
        Exhaust(Guesser);
    }

    [Fact]
    [Trait("Threat", "AUTH-06")]
    public void Kinds_of_credentials_are_counted_apart()
    {
        Exhaust(Guesser);
        Assert.True(_limiter.Admit(Guesser with { Kind = CredentialKind.DeviceToken }, exempt: false).IsAdmitted);
    }

    [Fact]
    [Trait("Threat", "AUTH-09")]
    public void A_flood_of_addresses_pushes_no_lockout_out_and_is_itself_bounded()
    {
        Exhaust(Guesser);
        for (var i = 0; i < 20_000; i++)
        {
            _limiter.Admit(new AttemptKey($"flood-{i}", CredentialKind.SharedSecret), exempt: false);
        }

        Assert.False(_limiter.Admit(Guesser, exempt: false).IsAdmitted);
    }

    [Fact]
    [Trait("Threat", "AUTH-09")]
    public void Once_the_table_holds_nothing_but_lockouts_strangers_share_one_count()
    {
        for (var i = 0; i < 4_096; i++)
        {
            Exhaust(new AttemptKey($"locked-{i}", CredentialKind.SharedSecret));
        }

        for (var i = 0; i < 10; i++)
        {
            Assert.True(_limiter.Admit(new AttemptKey($"stranger-{i}", CredentialKind.SharedSecret), exempt: false).IsAdmitted);
        }

        Assert.False(_limiter.Admit(new AttemptKey("one-more", CredentialKind.SharedSecret), exempt: false).IsAdmitted);
    }

    [Fact]
    [Trait("Threat", "AUTH-10")]
    public void Guesses_made_in_parallel_count_before_they_are_judged()
    {
        var admitted = 0;
        Parallel.For(0, 200, _ =>
        {
            if (_limiter.Admit(Guesser, exempt: false).IsAdmitted)
            {
                Interlocked.Increment(ref admitted);
            }
        });
        Assert.Equal(10, admitted);
    }

    [Fact]
    [Trait("Threat", "AUTH-36")]
    public void Turning_the_wall_clock_changes_no_lockout()
    {
        Exhaust(Guesser);
        _clock.Wall += TimeSpan.FromHours(1);
        Assert.False(_limiter.Admit(Guesser, exempt: false).IsAdmitted);
        _clock.Wall -= TimeSpan.FromHours(2);
        Assert.Equal(TimeSpan.FromMinutes(5), _limiter.Admit(Guesser, exempt: false).RetryAfter);
    }

    [Fact]
    public void Exempt_callers_are_slowed_down_and_never_locked_out()
    {
        var delays = Enumerable.Range(0, 20).Select(_ => _limiter.Admit(Guesser, exempt: true)).ToList();
        Assert.All(delays, ticket => Assert.True(ticket.IsAdmitted));
        Assert.Equal([250, 500, 1_000, 2_000, 4_000, 5_000], delays.Take(6).Select(ticket => ticket.FailureDelay.TotalMilliseconds));
        Assert.Equal(5_000, delays[^1].FailureDelay.TotalMilliseconds);
    }

    private void Exhaust(AttemptKey key)
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.True(_limiter.Admit(key, exempt: false).IsAdmitted);
        }

        Assert.False(_limiter.Admit(key, exempt: false).IsAdmitted);
    }
}

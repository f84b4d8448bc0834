using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Tests.Plugins.Faults;

public sealed class PluginQuarantineTests
{
    private static readonly PluginInput Input = new("/plugins/one", "abc", EmptySettings.Value, PluginLimits.Default);

    private readonly ManualClock _clock = new();
    private readonly FaultPolicy _policy = new() { Jitter = 0 };

    [Theory]
    [InlineData(nameof(FaultKind.Unhandled), 4)]
    [InlineData(nameof(FaultKind.Deadline), 5)]
    [InlineData(nameof(FaultKind.Background), 20)]
    [InlineData(nameof(FaultKind.Flood), 500)]
    [Trait("Threat", "PLG-13")]
    public void So_many_faults_of_a_kind_are_one_too_many(string kind, int limit)
    {
        using var quarantine = new PluginQuarantine(_policy, _clock);

        for (var fault = 1; fault < limit; fault++)
            Assert.False(quarantine.Note("one", Input, Enum.Parse<FaultKind>(kind), "here"));

        Assert.True(quarantine.Note("one", Input, Enum.Parse<FaultKind>(kind), "here"));
        Assert.Contains($"failed {limit} times within 10 minutes, last in here", quarantine.Find("one", Input)!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_that_are_far_apart_do_not_add_up()
    {
        using var quarantine = new PluginQuarantine(_policy, _clock);

        for (var fault = 0; fault < 50; fault++)
        {
            Assert.False(quarantine.Note("one", Input, FaultKind.Unhandled, "here"));
            _clock.Advance(TimeSpan.FromMinutes(4));
        }

        Assert.Null(quarantine.Find("one", Input));
    }

    [Fact]
    public void Pauses_double_up_to_the_longest_and_end_in_staying_off()
    {
        using var quarantine = new PluginQuarantine(_policy with { LongestPause = TimeSpan.FromMinutes(2), MaxPauses = 4 }, _clock);
        List<double?> pauses = [];
        var due = 0;
        quarantine.Due += () => due++;

        for (var fall = 0; fall < 5; fall++)
        {
            Fell(quarantine);
            var until = quarantine.Find("one", Input)!.Until;
            pauses.Add((until - _clock.GetUtcNow())?.TotalSeconds);
            if (until is not null)
                _clock.Advance(until.Value - _clock.GetUtcNow());
            Assert.Equal(until is null, quarantine.Find("one", Input) is not null);
        }

        Assert.Equal([30, 60, 120, 120, null], pauses);
        Assert.Equal(9, due);
        Assert.Contains("after 4 pauses", quarantine.Find("one", Input)!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pause_is_jittered_within_its_bounds()
    {
        HashSet<double> pauses = [];
        for (var round = 0; round < 20; round++)
        {
            using var quarantine = new PluginQuarantine(_policy with { Jitter = 0.2 }, _clock);
            Fell(quarantine);
            pauses.Add((quarantine.Find("one", Input)!.Until! - _clock.GetUtcNow()).Value.TotalSeconds);
        }

        Assert.True(pauses.Count > 1);
        Assert.All(pauses, static pause => Assert.InRange(pause, 24, 36));
    }

    [Fact]
    public void A_plugin_that_held_out_for_long_begins_with_the_first_pause_again()
    {
        using var quarantine = new PluginQuarantine(_policy, _clock);
        Fell(quarantine);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(quarantine.Find("one", Input));

        _clock.Advance(TimeSpan.FromHours(2));
        Fell(quarantine);

        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromSeconds(30), quarantine.Find("one", Input)!.Until);
    }

    [Fact]
    public void Another_version_gets_its_chance_at_once()
    {
        using var quarantine = new PluginQuarantine(_policy, _clock);
        Fell(quarantine);

        Assert.Null(quarantine.Find("one", Input with { Fingerprint = "def" }));
    }

    [Fact]
    public void A_person_releases_what_stays_off()
    {
        using var quarantine = new PluginQuarantine(_policy, _clock);
        List<string> released = [];
        quarantine.Released += released.Add;
        quarantine.Hold("one", "for good");
        Assert.Null(quarantine.Find("one", Input with { Fingerprint = "def" })!.Until);

        quarantine.Release("one");

        Assert.Null(quarantine.Find("one", Input));
        Assert.Equal(["one"], released);
    }

    private static void Fell(PluginQuarantine quarantine)
    {
        while (!quarantine.Note("one", Input, FaultKind.Unhandled, "here"))
        {
        }
    }
}

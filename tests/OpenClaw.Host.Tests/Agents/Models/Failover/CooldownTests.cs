using OpenClaw.Agents;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents.Models.Failover;

public sealed class CooldownTests
{
    [Fact]
    public async Task A_refused_key_pauses_longer_each_time_and_a_success_ends_it()
    {
        await using var fixture = await FailoverFixture.StartAsync([]);
        foreach (var seconds in new[] { 30, 60, 300, 300 })
        {
            var asked = fixture.First.Requests.Count;
            fixture.First.Fails(FailoverTests.Error(ModelFailure.Authentication, 401));
            await fixture.SayAtOnceAsync($"fail-{asked}");
            Assert.Equal(asked + 1, fixture.First.Requests.Count);
            fixture.Agents.Time.Advance(TimeSpan.FromSeconds(seconds - 10));
            await fixture.SayAtOnceAsync($"paused-{asked}");
            Assert.Equal(asked + 1, fixture.First.Requests.Count);
            fixture.Agents.Time.Advance(TimeSpan.FromSeconds(11));
        }

        fixture.First.Says("back").Fails(FailoverTests.Error(ModelFailure.Authentication, 401)).Says("soon");
        await fixture.SayAtOnceAsync("ok");
        await fixture.SayAtOnceAsync("fails");
        fixture.Agents.Time.Advance(TimeSpan.FromSeconds(31));
        var last = await fixture.SayAtOnceAsync("again");

        Assert.Equal("soon", FailoverTests.TextOf(last));
    }

    [Fact]
    public async Task When_all_pause_the_text_says_until_when()
    {
        await using var fixture = await FailoverFixture.StartAsync();
        fixture.First.Fails(FailoverTests.Error(ModelFailure.QuotaExceeded, 402));
        fixture.Second.Fails(FailoverTests.Error(ModelFailure.Authentication, 401));
        await fixture.SayAtOnceAsync("r1");

        var last = await fixture.SayAtOnceAsync("r2");

        Assert.Matches(
            @"^LLM request failed: two/m is in a pause after failures \(auth\); try again in \d+ seconds\.$",
            last.GetProperty("errorMessage").GetString());
        Assert.Single(fixture.First.Requests);
    }

    [Fact]
    public async Task A_paused_model_is_passed_over_while_another_is_there()
    {
        await using var fixture = await FailoverFixture.StartAsync();
        fixture.First.Fails(FailoverTests.Error(ModelFailure.QuotaExceeded, 402)).Says("one is back");
        fixture.Second.Says("a").Says("b");
        await fixture.SayAtOnceAsync("r1");

        await fixture.SayAtOnceAsync("r2");
        Assert.Single(fixture.First.Requests);
        fixture.Agents.Time.Advance(TimeSpan.FromMinutes(10));
        var last = await fixture.SayAtOnceAsync("r3");

        Assert.Equal("one is back", FailoverTests.TextOf(last));
    }

    [Fact]
    public async Task Shortly_before_its_end_a_pause_is_tried()
    {
        await using var fixture = await FailoverFixture.StartAsync([]);
        fixture.First.Fails(FailoverTests.Error(ModelFailure.Authentication, 401)).Says("works");
        await fixture.SayAtOnceAsync("r1");
        fixture.Agents.Time.Advance(TimeSpan.FromSeconds(26));

        var last = await fixture.SayAtOnceAsync("r2");

        Assert.Equal("works", FailoverTests.TextOf(last));
    }

    [Fact]
    public async Task Another_key_starts_afresh_and_the_same_key_does_not()
    {
        using var directory = new TemporaryDirectory();
        await using (var fixture = await FailoverFixture.StartAsync([], directory: directory.Path))
        {
            fixture.First.Fails(FailoverTests.Error(ModelFailure.QuotaExceeded, 402));
            await fixture.SayAtOnceAsync("r1");
        }

        await using (var same = await FailoverFixture.StartAsync([], directory: directory.Path))
        {
            await same.SayAtOnceAsync("r2");
            Assert.Empty(same.First.Requests);
        }

        await using var other = await FailoverFixture.StartAsync([], "key-new", directory.Path);
        other.First.Says("new key");
        Assert.Equal("new key", FailoverTests.TextOf(await other.SayAtOnceAsync("r3")));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(365)]
    public async Task A_pause_ends_when_the_clock_is_set(int days)
    {
        await using var fixture = await FailoverFixture.StartAsync([]);
        fixture.First.Fails(FailoverTests.Error(ModelFailure.Authentication, 401)).Says("works");
        await fixture.SayAtOnceAsync("r1");

        fixture.Agents.Time.SetWall(TimeSpan.FromDays(days));
        var last = await fixture.SayAtOnceAsync("r2");

        Assert.Equal("works", FailoverTests.TextOf(last));
    }
}

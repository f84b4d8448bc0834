using OpenClaw.Agents;
using OpenClaw.Host.Tests.Configuration;

namespace OpenClaw.Host.Tests.Agents.Models.Failover;

/// <summary>Several keys of one provider.</summary>
public sealed class KeyRotationTests
{
    [Theory]
    [InlineData(ModelFailure.Authentication, 401)]
    [InlineData(ModelFailure.Authentication, 403)]
    [InlineData(ModelFailure.QuotaExceeded, 402)]
    [InlineData(ModelFailure.RateLimited, 429)]
    public async Task Another_key_of_the_same_provider_is_tried_before_another_model(ModelFailure failure, int status)
    {
        await using var fixture = await FailoverFixture.StartAsync(keys: ["a", "b"]);
        fixture.First.Fails(new ModelException(failure, "no") { HttpStatus = status }).Says("with b");
        await fixture.SayAtOnceAsync("r1");

        Assert.Equal(["a", "b"], fixture.Keys);
        Assert.Empty(fixture.Second.Requests);
    }

    [Fact]
    public async Task A_key_that_was_refused_is_left_alone_also_after_a_restart()
    {
        using var directory = new TemporaryDirectory();
        var killed = await FailoverFixture.StartAsync(directory: directory.Path, keys: ["a", "b"]);
        killed.First.Fails(new ModelException(ModelFailure.Authentication, "no") { HttpStatus = 401 }).Says("with b");
        await killed.SayAtOnceAsync("r1");
        await killed.Agents.AbandonAsync();
        await using var next = await FailoverFixture.StartAsync(directory: directory.Path, keys: ["a", "b"]);
        next.First.Says("with b").Says("with a");
        await next.SayAtOnceAsync("r2");
        Assert.Equal(["b"], next.Keys);

        // The pause is over; the key that worked last goes first.
        next.Agents.Time.Advance(TimeSpan.FromMinutes(1));
        await next.SayAtOnceAsync("r3");
        Assert.Equal(["b", "b"], next.Keys);
    }

    [Fact]
    public async Task When_no_key_works_the_next_model_does()
    {
        await using var fixture = await FailoverFixture.StartAsync(keys: ["a", "b"]);
        var refused = new ModelException(ModelFailure.Authentication, "no") { HttpStatus = 401 };
        fixture.First.Fails(refused).Fails(refused);
        fixture.Second.Says("from two");
        await fixture.SayAtOnceAsync("r1");

        Assert.Equal(["a", "b"], fixture.Keys);
        Assert.Single(fixture.Second.Requests);
    }

    [Fact]
    public async Task A_failure_that_no_key_can_mend_goes_to_the_next_model_at_once()
    {
        await using var fixture = await FailoverFixture.StartAsync(keys: ["a", "b"]);
        fixture.First.Fails(new ModelException(ModelFailure.InvalidRequest, "no such model") { HttpStatus = 404 });
        fixture.Second.Says("from two");
        await fixture.SayAtOnceAsync("r1");

        Assert.Equal(["a"], fixture.Keys);
    }

    [Fact]
    public void The_keys_and_their_order_are_in_the_configuration()
    {
        const string Profiles = """profiles: { work: { provider: "p", apiKey: "k1" }, home: { provider: "p", apiKey: "k2" }, other: { provider: "q", apiKey: "k3" } }""";
        Assert.Equal("default work home", Of($"auth: {{ {Profiles} }}"));
        Assert.Equal("home default", Of($"auth: {{ {Profiles}, order: {{ p: [\"home\", \"default\", \"gone\"] }} }}"));
        Assert.Equal("", Of("auth: { order: { p: [\"home\"] } }"));

        static string Of(string auth) => string.Join(' ', ConfigFixture.LoadValid(
            $"{{ gateway: {{ mode: \"local\" }}, models: {{ providers: {{ p: {{ baseUrl: \"http://127.0.0.1:1/v1\", apiKey: \"k0\", models: [] }} }} }}, {auth} }}")
            .Models.Providers["p"].Credentials.Select(static key => key.Name));
    }
}

using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Tests.Agents.Models.Failover;

/// <summary>The table of failures, row by row.</summary>
public sealed class FailoverTests
{
    [Theory]
    [InlineData(ModelFailure.Authentication, 401)]
    [InlineData(ModelFailure.QuotaExceeded, 402)]
    [InlineData(ModelFailure.InvalidRequest, 404)]
    [InlineData(ModelFailure.Unknown, 0)]
    public async Task What_another_model_can_mend_goes_to_the_next_at_once(ModelFailure failure, int status)
    {
        await using var fixture = await FailoverFixture.StartAsync();
        fixture.First.Fails(Error(failure, status));
        fixture.Second.Says("from two");

        var (last, _) = await fixture.SayAsync("r1");

        Assert.Equal("from two", TextOf(last));
        Assert.Single(fixture.First.Requests);
        var history = await fixture.Agents.HistoryAsync();
        Assert.Equal("two", history.GetProperty("messages")[1].GetProperty("provider").GetString());
    }

    [Theory]
    [InlineData(ModelFailure.InvalidRequest, 400, "format")]
    [InlineData(ModelFailure.ContentFiltered, 400, "refusal")]
    public async Task What_is_wrong_or_unwelcome_itself_is_not_tried_elsewhere(ModelFailure failure, int status, string reason)
    {
        await using var fixture = await FailoverFixture.StartAsync();
        fixture.First.Fails(Error(failure, status));

        var (last, _) = await fixture.SayAsync("r1");

        Assert.Equal(reason, last.GetProperty("errorDetail").GetProperty("failoverReason").GetString());
        Assert.Empty(fixture.Second.Requests);
    }

    [Theory]
    [InlineData(ModelFailure.RateLimited, 429, 10)]
    [InlineData(ModelFailure.Overloaded, 529, 10)]
    [InlineData(ModelFailure.Overloaded, 500, 9)]
    [InlineData(ModelFailure.Network, 0, 9)]
    public async Task What_may_pass_is_asked_again_before_the_next_model_is(ModelFailure failure, int status, int attempts)
    {
        await using var fixture = await FailoverFixture.StartAsync();
        for (var i = 0; i < attempts; i++)
            fixture.First.Fails(Error(failure, status));
        fixture.Second.Says("from two");

        var (last, took) = await fixture.SayAsync("r1");

        Assert.Equal("from two", TextOf(last));
        Assert.Equal(attempts, fixture.First.Requests.Count);
        Assert.True(took >= TimeSpan.FromSeconds(60), $"It took {took}.");
    }

    [Fact]
    public async Task The_time_a_far_end_names_is_waited_for()
    {
        await using var fixture = await FailoverFixture.StartAsync();
        fixture.First.Fails(new ModelException(ModelFailure.RateLimited, "slow") { HttpStatus = 429, RetryAfter = TimeSpan.FromSeconds(40) }).Says("later");

        var (last, took) = await fixture.SayAsync("r1");

        Assert.Equal("later", TextOf(last));
        Assert.True(took >= TimeSpan.FromSeconds(40), $"It took {took}.");
        Assert.Empty(fixture.Second.Requests);
    }

    [Fact]
    public async Task A_far_end_that_wants_to_be_left_alone_for_long_is()
    {
        await using var fixture = await FailoverFixture.StartAsync();
        fixture.First.Fails(new ModelException(ModelFailure.RateLimited, "slow") { HttpStatus = 429, RetryAfter = TimeSpan.FromHours(1) });
        fixture.Second.Says("from two").Says("again two");

        await fixture.SayAtOnceAsync("r1");
        fixture.Agents.Time.Advance(TimeSpan.FromMinutes(30));
        await fixture.SayAtOnceAsync("r2");

        Assert.Single(fixture.First.Requests);
    }

    [Fact]
    public async Task A_retry_replaces_what_was_said_before()
    {
        await using var fixture = await FailoverFixture.StartAsync();
        fixture.First.Fails(Error(ModelFailure.Overloaded, 500), "half an ans").Says("whole");

        var (last, _) = await fixture.SayAsync("r1");

        Assert.Equal("whole", TextOf(last));
        var replaced = fixture.Agents.Events.Of("r1").Single(static one =>
            one.Event == "chat" && one.Payload.TryGetProperty("replace", out var replace) && replace.GetBoolean());
        Assert.Equal("whole", replaced.Payload.GetProperty("deltaText").GetString());
    }

    [Fact]
    public async Task An_answer_cut_after_its_beginning_is_not_asked_for_again_but_elsewhere()
    {
        await using var fixture = await FailoverFixture.StartAsync();
        fixture.First.Fails(Error(ModelFailure.Network, 0), "half");
        fixture.Second.Says("from two");

        var (last, _) = await fixture.SayAsync("r1");

        Assert.Equal("from two", TextOf(last));
        Assert.Single(fixture.First.Requests);
    }

    [Fact]
    public async Task When_no_model_answers_each_is_named_with_its_reason_and_nothing_else()
    {
        await using var fixture = await FailoverFixture.StartAsync();
        fixture.First.Fails(new ModelException(ModelFailure.Authentication, "bad key-one") { HttpStatus = 401 });
        fixture.Second.Fails(new ModelException(ModelFailure.QuotaExceeded, "no money in key-two") { HttpStatus = 402 });

        var (last, _) = await fixture.SayAsync("r1");

        Assert.Equal(
            "LLM request failed: no model answered (one/m: auth 401; two/m: billing 402).", last.GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task A_model_chosen_by_name_is_not_replaced()
    {
        await using var fixture = await FailoverFixture.StartAsync(["one/m"]);
        fixture.Second.Fails(Error(ModelFailure.Authentication, 401));

        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.Agents.AskAsync("agent", """{"message":"hi","idempotencyKey":"r1","model":"two/m"}"""));

        Assert.Equal("LLM request failed: It failed with Authentication.", refused.Message);
        Assert.Empty(fixture.First.Requests);
        Assert.Single(fixture.Second.Requests);
    }

    [Fact]
    public async Task The_model_that_answered_goes_on_with_the_tools_of_the_run()
    {
        await using var fixture = await FailoverFixture.StartAsync();
        fixture.First.Fails(Error(ModelFailure.Authentication, 401));
        fixture.Second.Calls(("c1", "no_such_tool", "{}")).Says("done");

        var (last, _) = await fixture.SayAsync("r1");

        Assert.Equal("done", TextOf(last));
        Assert.Single(fixture.First.Requests);
        Assert.Equal(2, fixture.Second.Requests.Count);
    }

    [Fact]
    public async Task An_abort_ends_the_waiting()
    {
        await using var fixture = await FailoverFixture.StartAsync();
        fixture.First.Fails(Error(ModelFailure.Overloaded, 500));
        await fixture.Agents.SendAsync("hi", "r1");
        await fixture.Agents.Time.WhenTimerDueWithin(TimeSpan.FromSeconds(1));

        await fixture.Agents.AskAsync("chat.abort", """{"sessionKey":"main"}""");

        await fixture.Agents.EndOfAsync("r1");
        Assert.Single(fixture.First.Requests);
    }

    internal static ModelException Error(ModelFailure failure, int status) =>
        new(failure, $"It failed with {failure}.") { HttpStatus = status == 0 ? null : status };

    internal static string? TextOf(JsonElement final) => final.GetProperty("message").GetProperty("content")[0].GetProperty("text").GetString();
}

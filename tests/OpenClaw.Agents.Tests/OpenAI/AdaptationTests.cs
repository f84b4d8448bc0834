using OpenClaw.Agents.Tests.TestKit;

namespace OpenClaw.Agents.Tests.OpenAI;

public sealed class AdaptationTests
{
    private static readonly ModelRequest Question = FarEnd.Question with { MaxOutputTokens = 5, Thinking = ThinkingLevel.Low };

    [Theory]
    [InlineData("stream_options", 400, """{"error":{"message":"Unrecognized request argument supplied: stream_options"}}""")]
    [InlineData("stream_options", 422, """{"detail":[{"loc":["body","stream_options"],"msg":"Extra inputs are not permitted"}]}""")]
    [InlineData("reasoning_effort", 400, """{"error":{"message":"Unsupported parameter: 'reasoning_effort'"}}""")]
    [InlineData("max_completion_tokens", 400, """{"error":{"message":"unknown field max_completion_tokens"}}""")]
    public async Task A_part_the_far_end_does_not_know_is_left_out_from_then_on(string part, int status, string body)
    {
        await using var far = await FarEnd.StartAsync(Replies.Status(status, body), Replies.Hello(), Replies.Hello());

        Assert.Equal("Hello", (await far.Provider.AskAsync(Question)).Text());
        await far.Provider.AskAsync(Question);

        Assert.Equal([true, false, false], far.Server.Requests.Select(request => request.Has(part)));
        Assert.Equal(part == "max_completion_tokens", far.Server.LastRequest.Has("max_tokens"));
    }

    [Fact]
    public async Task Several_parts_are_learned_one_after_the_other()
    {
        await using var far = await FarEnd.StartAsync(
            Replies.Status(400, "unknown: stream_options"), Replies.Status(400, "unknown: reasoning_effort"), Replies.Hello());

        Assert.Equal("Hello", (await far.Provider.AskAsync(Question)).Text());
    }

    [Fact]
    public async Task A_far_end_that_rejects_both_names_of_the_limit_is_asked_twice_only()
    {
        await using var far = await FarEnd.StartAsync(
            Replies.Status(400, "invalid max_completion_tokens: use max_tokens"), Replies.Status(400, "invalid max_tokens: use max_completion_tokens"));

        var (failure, _) = await far.Provider.FailAsync(Question);

        Assert.Equal(ModelFailure.InvalidRequest, failure.Failure);
        Assert.Equal(2, far.Server.Requests.Count);
    }
}

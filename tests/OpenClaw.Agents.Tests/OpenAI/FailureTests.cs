using Microsoft.AspNetCore.Http;
using OpenClaw.Agents.Tests.TestKit;

namespace OpenClaw.Agents.Tests.OpenAI;

public sealed class FailureTests
{
    [Theory]
    [InlineData(401, """{"error":{"message":"bad key","code":"invalid_api_key"}}""", ModelFailure.Authentication)]
    [InlineData(403, "forbidden", ModelFailure.Authentication)]
    [InlineData(402, "{}", ModelFailure.QuotaExceeded)]
    [InlineData(429, """{"error":{"message":"no","code":"insufficient_quota"}}""", ModelFailure.QuotaExceeded)]
    [InlineData(429, """{"error":"slow down"}""", ModelFailure.RateLimited)]
    [InlineData(500, "", ModelFailure.Overloaded)]
    [InlineData(503, "<html>", ModelFailure.Overloaded)]
    [InlineData(529, """{"error":{"type":"overloaded_error"}}""", ModelFailure.Overloaded)]
    [InlineData(400, """{"error":{"message":"This model's maximum context length is 8192 tokens","code":"context_length_exceeded"}}""", ModelFailure.ContextOverflow)]
    [InlineData(413, "too big", ModelFailure.ContextOverflow)]
    [InlineData(400, """[{"error":{"message":"blocked","code":"content_filter"}}]""", ModelFailure.ContentFiltered)]
    [InlineData(400, """{"detail":"bad temperature"}""", ModelFailure.InvalidRequest)]
    [InlineData(404, """{"error":{"message":"no such model"}}""", ModelFailure.InvalidRequest)]
    [InlineData(302, "", ModelFailure.InvalidRequest)]
    public async Task Refusals_are_named_by_kind(int status, string body, ModelFailure expected)
    {
        await using var far = await FarEnd.StartAsync(Replies.Status(status, body, ("Location", "http://127.0.0.1:1/elsewhere")));

        var (failure, before) = await far.Provider.FailAsync(FarEnd.Question);

        Assert.Equal(expected, failure.Failure);
        Assert.Equal(status, failure.HttpStatus);
        Assert.Empty(before);
        Assert.Single(far.Server.Requests);
    }

    [Fact]
    public async Task A_refusal_says_who_what_and_how_to_mend_it()
    {
        await using var far = await FarEnd.StartAsync(Replies.Status(401, """{"error":{"message":"bad\nkey","code":"invalid_api_key"}}"""));

        var (failure, _) = await far.Provider.FailAsync(FarEnd.Question);

        Assert.Equal("far answered 401 (invalid_api_key): bad key Check models.providers.far.apiKey.", failure.Message);
        Assert.Equal("invalid_api_key", failure.ProviderErrorType);
    }

    [Theory]
    [InlineData("Retry-After", "7", 7000)]
    [InlineData("Retry-After", "Sat, 21 Nov 2026 10:00:09 GMT", 9000)]
    [InlineData("Retry-After", "Sat, 21 Nov 2026 09:59:59 GMT", 0)]
    [InlineData("retry-after-ms", "250", 250)]
    [InlineData("Retry-After", "99999999", 86400000)]
    public async Task The_time_to_come_back_is_read_in_every_form(string header, string value, int expected)
    {
        await using var far = await FarEnd.StartAsync(
            new ManualClock(), static settings => settings, Replies.Status(429, "{}", (header, value)));

        var (failure, _) = await far.Provider.FailAsync(FarEnd.Question);

        Assert.Equal(TimeSpan.FromMilliseconds(expected), failure.RetryAfter);
    }

    [Fact]
    public async Task A_body_that_ends_before_its_reason_is_a_cut_stream()
    {
        await using var far = await FarEnd.StartAsync(Replies.Events(Replies.Text("hi")));

        var (failure, before) = await far.Provider.FailAsync(FarEnd.Question);

        Assert.Equal(ModelFailure.Network, failure.Failure);
        Assert.Equal("hi", before.Text());
    }

    [Fact]
    public async Task A_connection_reset_in_the_middle_is_a_cut_stream()
    {
        var reset = new TaskCompletionSource();
        await using var far = await FarEnd.StartAsync(Replies.EventsThenReset(reset.Task, Replies.Text("hi")));
        await using var answer = far.Provider.StreamAsync(FarEnd.Question, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await answer.MoveNextAsync());

        reset.SetResult();

        var failure = await Assert.ThrowsAsync<ModelException>(async () => await answer.MoveNextAsync());
        Assert.Equal(ModelFailure.Network, failure.Failure);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_a_network_failure()
    {
        using var scope = new TestScope();
        var closed = new AgentProviderSettings { Id = "far", BaseUrl = new Uri("http://127.0.0.1:1/v1") };

        var (failure, _) = await FarEnd.Create(closed, scope).FailAsync(FarEnd.Question);

        Assert.Equal(ModelFailure.Network, failure.Failure);
    }

    [Theory]
    [InlineData("{\"choices\":[")]
    [InlineData("<html>")]
    [InlineData("{\"choices\":7}")]
    public async Task A_malformed_chunk_is_named_as_such(string chunk)
    {
        await using var far = await FarEnd.StartAsync(Replies.Events(Replies.Text("hi"), chunk, Replies.Finish));

        var (failure, before) = await far.Provider.FailAsync(FarEnd.Question);

        Assert.Equal(ModelFailure.MalformedResponse, failure.Failure);
        Assert.Equal("hi", before.Text());
    }

    [Theory]
    [InlineData("""{"error":{"message":"busy","type":"overloaded_error"}}""", ModelFailure.Overloaded)]
    [InlineData("""{"error":{"message":"slow","code":429}}""", ModelFailure.RateLimited)]
    [InlineData("""{"error":{"message":"prompt is too long"}}""", ModelFailure.ContextOverflow)]
    [InlineData("""{"error":"something"}""", ModelFailure.Unknown)]
    [InlineData("""{"choices":[{"index":0,"delta":{},"finish_reason":"content_filter"}]}""", ModelFailure.ContentFiltered)]
    [InlineData("""{"choices":[{"index":0,"delta":{},"finish_reason":"error"}]}""", ModelFailure.Network)]
    public async Task An_error_inside_the_stream_is_no_answer(string chunk, ModelFailure expected)
    {
        await using var far = await FarEnd.StartAsync(Replies.Events(Replies.Text("hi"), chunk, Replies.Done));

        Assert.Equal(expected, (await far.Provider.FailAsync(FarEnd.Question)).Failure.Failure);
    }

    [Fact]
    public async Task An_answer_that_says_nothing_at_all_is_malformed()
    {
        await using var far = await FarEnd.StartAsync(Replies.Events(Replies.Done));

        Assert.Equal(ModelFailure.MalformedResponse, (await far.Provider.FailAsync(FarEnd.Question)).Failure.Failure);
    }

    [Fact]
    [Trait("Threat", "NET-10")]
    public async Task A_giant_line_is_not_read_to_its_end()
    {
        await using var far = await FarEnd.StartAsync(EndlessLineAsync);

        var (failure, _) = await far.Provider.FailAsync(FarEnd.Question);

        Assert.Equal(ModelFailure.MalformedResponse, failure.Failure);
        Assert.Contains("line of more than", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "NET-10")]
    public async Task A_giant_error_body_does_not_hide_the_status()
    {
        await using var far = await FarEnd.StartAsync(context =>
        {
            context.Response.StatusCode = 503;
            return EndlessLineAsync(context);
        });

        var (failure, _) = await far.Provider.FailAsync(FarEnd.Question);

        Assert.Equal(ModelFailure.Overloaded, failure.Failure);
        Assert.True(failure.Message.Length < 500);
    }

    private static async Task EndlessLineAsync(HttpContext context)
    {
        var block = new byte[64 * 1024];
        block.AsSpan().Fill((byte)'x');
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.Body.WriteAsync(block, context.RequestAborted);
    }
}

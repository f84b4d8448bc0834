using System.Text.Json;
using OpenClaw.Agents.Tests.TestKit;

namespace OpenClaw.Agents.Tests.OpenAI;

public sealed class ToolCallTests
{
    [Fact]
    public async Task Parallel_calls_split_over_chunks_are_put_together()
    {
        var updates = await AskAsync(
            """{"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"read","arguments":""}}]}""",
            """{"tool_calls":[{"index":0,"function":{"arguments":"{\"pa"}}]}""",
            """{"tool_calls":[{"index":1,"id":"b","type":"function","function":{"name":"list","arguments":"{}"}},{"index":0,"function":{"arguments":"th\":\"x\"}"}}]}""");

        var calls = updates.Calls();
        Assert.Equal(["a", "b"], calls.Select(call => call.CallId));
        Assert.Equal(["read", "list"], calls.Select(call => call.Name));
        Assert.Equal("x", calls[0].Arguments.GetProperty("path").GetString());
        Assert.Equal(ModelStopReason.ToolCalls, updates.StopReason());
    }

    [Fact]
    public async Task Calls_that_share_an_index_are_told_apart_by_their_ids()
    {
        var updates = await AskAsync(
            """{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{\"n\":1}"}}]}""",
            """{"tool_calls":[{"index":0,"id":"b","function":{"name":"f","arguments":"{\"n\":2}"}}]}""");

        Assert.Equal([1, 2], updates.Calls().Select(call => call.Arguments.GetProperty("n").GetInt32()));
    }

    [Fact]
    public async Task Missing_and_repeated_ids_are_replaced_by_unique_ones()
    {
        var updates = await AskAsync(
            """{"tool_calls":[{"index":0,"function":{"name":"f","arguments":"{}"}},{"index":1,"id":"a","function":{"name":"g","arguments":"{}"}},{"index":2,"id":"a","function":{"name":"h","arguments":"{}"}}]}""");

        var ids = updates.Calls().Select(call => call.CallId).ToList();
        Assert.Equal(3, ids.Distinct().Count());
        Assert.DoesNotContain("", ids);
    }

    [Fact]
    public async Task Arguments_may_come_as_an_object_and_pieces_without_an_index()
    {
        var updates = await AskAsync("""{"tool_calls":[{"id":"a","function":{"name":"f","arguments":{"x":1}}}]}""");

        Assert.Equal(1, Assert.Single(updates.Calls()).Arguments.GetProperty("x").GetInt32());
    }

    [Theory]
    [InlineData("{ not json", "{ not json")]
    [InlineData("[1]", "[1]")]
    public async Task Arguments_that_are_no_object_are_handed_on_as_written(string written, string expected)
    {
        var updates = await AskAsync($$$"""{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{{{written}}}"}}]}""");

        var arguments = Assert.Single(updates.Calls()).Arguments;
        Assert.Equal(JsonValueKind.String, arguments.ValueKind);
        Assert.Equal(expected, arguments.GetString());
    }

    [Fact]
    public async Task No_arguments_are_an_empty_object()
    {
        var updates = await AskAsync("""{"tool_calls":[{"index":0,"id":"a","function":{"name":"f"}}]}""");

        Assert.Equal("{}", Assert.Single(updates.Calls()).Arguments.GetRawText());
    }

    [Fact]
    public async Task Calls_count_even_where_the_reason_says_stop()
    {
        await using var far = await FarEnd.StartAsync(Replies.Events(
            Replies.Delta("""{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}]}"""), Replies.Finish, Replies.Done));

        Assert.Equal(ModelStopReason.ToolCalls, (await far.Provider.AskAsync(FarEnd.Question)).StopReason());
    }

    [Fact]
    public async Task Calls_of_an_answer_cut_at_its_limit_are_dropped()
    {
        await using var far = await FarEnd.StartAsync(Replies.Events(
            Replies.Delta("""{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{\"half"}}]}"""),
            Replies.Finish.Replace("stop", "length", StringComparison.Ordinal),
            Replies.Done));

        var updates = await far.Provider.AskAsync(FarEnd.Question);

        Assert.Empty(updates.Calls());
        Assert.Equal(ModelStopReason.MaxTokens, updates.StopReason());
    }

    [Fact]
    public async Task More_calls_than_any_host_would_run_are_refused()
    {
        var pieces = string.Join(',', Enumerable.Range(0, 200).Select(i => $$$"""{"index":{{{i}}},"id":"c{{{i}}}","function":{"name":"f","arguments":"{}"}}"""));
        await using var far = await FarEnd.StartAsync(Replies.Events(Replies.Delta($$"""{"tool_calls":[{{pieces}}]}"""), Replies.FinishTools));

        Assert.Equal(ModelFailure.MalformedResponse, (await far.Provider.FailAsync(FarEnd.Question)).Failure.Failure);
    }

    private static async Task<List<ModelUpdate>> AskAsync(params string[] deltas)
    {
        await using var far = await FarEnd.StartAsync(
            Replies.Events([.. deltas.Select(Replies.Delta), Replies.FinishTools, Replies.Usage, Replies.Done]));
        return await far.Provider.AskAsync(FarEnd.Question);
    }
}

using System.Text.Json;
using OpenClaw.Agents.Tests.TestKit;

namespace OpenClaw.Agents.Tests.OpenAI;

[Trait("Threat", "NET-13")]
public sealed class SecretTests
{
    [Fact]
    public async Task The_key_is_registered_as_a_secret()
    {
        await using var far = await FarEnd.StartAsync();

        Assert.Contains(FarEnd.ApiKey, far.Scope.Secrets);
    }

    [Fact]
    public async Task A_key_echoed_in_an_error_is_masked_in_every_form()
    {
        var encoded = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(FarEnd.ApiKey));
        var body = $"bad {FarEnd.ApiKey} {Uri.EscapeDataString(FarEnd.ApiKey)} {encoded} {JsonEncodedText.Encode(FarEnd.ApiKey)}";
        await using var far = await FarEnd.StartAsync(Replies.Status(401, body));

        var (failure, _) = await far.Provider.FailAsync(FarEnd.Question);

        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(encoded[..12], failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("[secret]", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_split_over_chunks_of_an_answer_is_masked()
    {
        var pieces = FarEnd.ApiKey.Chunk(3).Select(piece => Replies.Text(JsonEncodedText.Encode(new string(piece)).ToString()));
        await using var far = await FarEnd.StartAsync(
            Replies.Events([Replies.Text("key: sk-"), Replies.Text("no, "), .. pieces, Replies.Text("."), Replies.Finish, Replies.Done]));

        Assert.Equal("key: sk-no, [secret].", (await far.Provider.AskAsync(FarEnd.Question)).Text());
    }

    [Fact]
    public async Task An_answer_that_ends_like_the_beginning_of_the_key_is_whole()
    {
        await using var far = await FarEnd.StartAsync(Replies.Events(Replies.Text("it starts with sk-can"), Replies.Finish, Replies.Done));

        Assert.Equal("it starts with sk-can", (await far.Provider.AskAsync(FarEnd.Question)).Text());
    }

    [Fact]
    public async Task A_key_echoed_in_tool_arguments_is_masked()
    {
        var arguments = JsonEncodedText.Encode(JsonSerializer.Serialize(new { key = FarEnd.ApiKey }));
        await using var far = await FarEnd.StartAsync(Replies.Events(
            Replies.Delta($$$"""{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{{{arguments}}}"}}]}"""), Replies.FinishTools));

        var call = Assert.Single((await far.Provider.AskAsync(FarEnd.Question)).Calls());

        Assert.Equal("[secret]", call.Arguments.GetProperty("key").GetString());
    }

    [Theory]
    [Trait("Threat", "NET-14")]
    [InlineData("http://models.example/v1", "key", "unencrypted")]
    [InlineData("ftp://models.example/v1", null, "not an http or https address")]
    [InlineData("https://me:pw@models.example/v1", null, "user name or password")]
    [InlineData("https://models.example/v1", "broken\nkey", "line break")]
    public async Task Settings_that_would_expose_or_break_are_refused_before_sending(string address, string? key, string problem)
    {
        using var scope = new TestScope();
        var provider = FarEnd.Create(new AgentProviderSettings { Id = "far", BaseUrl = new Uri(address), ApiKey = key }, scope);

        var (failure, _) = await provider.FailAsync(FarEnd.Question);

        Assert.Equal(ModelFailure.InvalidRequest, failure.Failure);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("broken", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "NET-11")]
    public async Task A_redirect_is_not_followed()
    {
        await using var other = await FakeChatCompletions.StartAsync(Replies.Hello());
        await using var far = await FarEnd.StartAsync(Replies.Status(307, "", ("Location", $"{other.BaseUrl}/chat/completions")));

        var (failure, _) = await far.Provider.FailAsync(FarEnd.Question);

        Assert.Contains("Redirects are not followed", failure.Message, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }
}

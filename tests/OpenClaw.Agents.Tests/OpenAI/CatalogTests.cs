namespace OpenClaw.Agents.Tests.OpenAI;

public sealed class CatalogTests
{
    [Fact]
    public async Task Models_of_the_configuration_are_listed_without_asking()
    {
        await using var far = await FarEnd.StartAsync(null, FarEnd.WithModel(new ModelInfo { Id = "mine" }, "\"name\":\"Mine\""));

        Assert.Equal("mine", Assert.Single(await far.Provider.ListModelsAsync(CancellationToken.None)).Id);
        Assert.Empty(far.Server.Requests);
    }

    [Fact]
    public async Task The_far_end_is_asked_where_configuration_names_none()
    {
        await using var far = await FarEnd.StartAsync(Replies.Json("""
            {"object":"list","data":[
              {"id":"a","context_length":8192,"name":"Model A","supported_parameters":["reasoning"]},
              {"id":"b","max_model_len":4096},
              {"id":"a"}, {"id":""}, null, {"id":"line\nbreak"}]}
            """));

        var models = await far.Provider.ListModelsAsync(CancellationToken.None);

        Assert.Equal("/v1/models", far.Server.LastRequest.Path);
        Assert.Equal(["a", "b"], models.Select(model => model.Id));
        Assert.Equal(new ModelInfo { Id = "a", Name = "Model A", ContextWindow = 8192, Reasoning = true, AcceptsTools = false }, models[0]);
        Assert.Equal(4096, models[1].ContextWindow);
    }

    [Theory]
    [InlineData(401, "{}", ModelFailure.Authentication)]
    [InlineData(200, "<html>", ModelFailure.MalformedResponse)]
    public async Task A_far_end_that_cannot_list_says_why(int status, string body, ModelFailure expected)
    {
        await using var far = await FarEnd.StartAsync(Replies.Status(status, body));

        var failure = await Assert.ThrowsAsync<ModelException>(async () => await far.Provider.ListModelsAsync(CancellationToken.None));

        Assert.Equal(expected, failure.Failure);
    }
}

namespace OpenClaw.Agents.Tests.OpenAI;

public sealed class EmbeddingTests
{
    [Fact]
    public async Task Vectors_come_back_in_the_order_of_the_texts()
    {
        await using var far = await FarEnd.StartAsync(Replies.Json(
            """{"data":[{"index":1,"embedding":[3,4]},{"index":0,"embedding":[1,2.5]}],"usage":{"prompt_tokens":7}}"""));

        var result = await EmbedAsync(far, ["a", "b"]);

        Assert.Equal([1f, 2.5f], result.Vectors[0].ToArray());
        Assert.Equal([3f, 4f], result.Vectors[1].ToArray());
        Assert.Equal(7, result.Usage.InputTokens);
        Assert.Equal("""{"model":"e-1","input":["a","b"],"encoding_format":"float","dimensions":2}""", far.Server.LastRequest.Body.GetRawText());
    }

    [Fact]
    public async Task Many_texts_are_sent_in_batches()
    {
        static string Vectors(int count) =>
            $$$"""{"data":[{{{string.Join(',', Enumerable.Repeat("""{"embedding":[1]}""", count))}}}],"usage":{"prompt_tokens":1}}""";
        await using var far = await FarEnd.StartAsync(Replies.Json(Vectors(256)), Replies.Json(Vectors(44)));

        var result = await EmbedAsync(far, [.. Enumerable.Range(0, 300).Select(i => $"t{i}")]);

        Assert.Equal(300, result.Vectors.Count);
        Assert.Equal(2, result.Usage.InputTokens);
    }

    [Theory]
    [InlineData("""{"data":[{"index":0,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1]},{"index":9,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"embedding":[1]},{"embedding":[1,2]}]}""")]
    [InlineData("null")]
    public async Task Missing_or_uneven_vectors_are_malformed(string body)
    {
        await using var far = await FarEnd.StartAsync(Replies.Json(body));

        var failure = await Assert.ThrowsAsync<ModelException>(() => EmbedAsync(far, ["a", "b"]));

        Assert.Equal(ModelFailure.MalformedResponse, failure.Failure);
    }

    private static Task<EmbeddingResult> EmbedAsync(FarEnd far, IReadOnlyList<string> texts) =>
        Assert.IsType<IEmbeddingProvider>(far.Provider, exactMatch: false).EmbedAsync("e-1", texts, 2, CancellationToken.None).AsTask();
}

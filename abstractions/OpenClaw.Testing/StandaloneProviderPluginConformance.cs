using OpenClaw.Agents;
using Xunit;

namespace OpenClaw.Testing;

/// <summary>What every plugin does that registers a model provider under an id of its own, with no far end in <c>models.providers</c>.</summary>
public abstract class StandaloneProviderPluginConformance : PluginConformance
{
    /// <summary>The provider's id.</summary>
    protected abstract string Provider { get; }

    /// <summary>A question whose answer has several words.</summary>
    protected virtual string Question => "one two three four five";

    /// <summary>Its models have ids, each one once.</summary>
    [Fact]
    public async Task It_lists_its_models()
    {
        await using var gateway = await StartAsync();

        var models = await Find(gateway).ListModelsAsync(CancellationToken.None).AsTask().WaitAsync(Patience);

        Assert.NotEmpty(models);
        Assert.DoesNotContain(models, static model => string.IsNullOrWhiteSpace(model.Id));
        Assert.Equal(models.Count, models.DistinctBy(static model => model.Id).Count());
    }

    /// <summary>Each model answers, and the answer ends with the reason it stopped.</summary>
    [Fact]
    public async Task An_answer_ends_with_its_reason()
    {
        await using var gateway = await StartAsync();
        var provider = Find(gateway);
        foreach (var model in await provider.ListModelsAsync(CancellationToken.None))
        {
            var updates = await AskAsync(provider, model.Id).WaitAsync(Patience);

            Assert.NotEmpty(string.Concat(updates.OfType<TextDelta>().Select(static update => update.Text)));
            Assert.IsType<ModelStopped>(updates[^1]);
            Assert.Single(updates.OfType<ModelStopped>());
        }
    }

    /// <summary>Calls at the same time are answered each.</summary>
    [Fact]
    public async Task Calls_run_at_once()
    {
        await using var gateway = await StartAsync();
        var provider = Find(gateway);
        var model = await FirstModelAsync(provider);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(provider, model))).WaitAsync(Patience);

        Assert.All(answers, static updates => Assert.IsType<ModelStopped>(updates[^1]));
    }

    /// <summary>A model that it does not have is a request that cannot be answered.</summary>
    [Fact]
    public async Task A_model_it_does_not_have_is_refused()
    {
        await using var gateway = await StartAsync();

        var failure = await Assert.ThrowsAsync<ModelException>(() => AskAsync(Find(gateway), "no-such-model").WaitAsync(Patience));

        Assert.Equal(ModelFailure.InvalidRequest, failure.Failure);
    }

    /// <summary>A call that is cancelled in the middle of an answer ends promptly.</summary>
    [Fact]
    public async Task A_cancelled_call_ends()
    {
        await using var gateway = await StartAsync();
        using var cancelled = new CancellationTokenSource();
        var provider = Find(gateway);
        var model = await FirstModelAsync(provider);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(provider, model, cancelled).WaitAsync(Patience));
    }

    /// <inheritdoc/>
    protected override async Task WorkAsync(InMemoryGateway gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        var provider = Find(gateway);
        await AskAsync(provider, await FirstModelAsync(provider)).WaitAsync(Patience);
    }

    private static async Task<string> FirstModelAsync(IAgentProvider provider) => (await provider.ListModelsAsync(CancellationToken.None))[0].Id;

    private IAgentProvider Find(InMemoryGateway gateway) => Assert.Single(gateway.Providers, provider => provider.Id == Provider);

    /// <param name="provider">Who is asked.</param>
    /// <param name="model">The model.</param>
    /// <param name="cancelled">Cancelled after the first piece of the answer.</param>
    private async Task<List<ModelUpdate>> AskAsync(IAgentProvider provider, string model, CancellationTokenSource? cancelled = null)
    {
        List<ModelUpdate> updates = [];
        var request = new ModelRequest { Model = model, Messages = [ModelMessage.User(Question)] };
        await foreach (var update in provider.StreamAsync(request, cancelled?.Token ?? CancellationToken.None))
        {
            updates.Add(update);
            if (cancelled is not null)
                await cancelled.CancelAsync();
        }

        return updates;
    }
}

using OpenClaw.Agents;
using Xunit;

namespace OpenClaw.Testing;

/// <summary>What every plugin with a model provider does.</summary>
public abstract class ProviderPluginConformance : PluginConformance
{
    private static readonly ModelRequest Question = new() { Model = "m", Messages = [ModelMessage.User("hello")] };

    /// <summary>The wire format that is tried, as in <c>models.providers.&lt;id&gt;.api</c>.</summary>
    protected abstract string Api { get; }

    /// <summary>Begins a far end.</summary>
    protected abstract Task<ProviderFarEnd> StartFarEndAsync();

    /// <summary>The provider of an entry has the entry's id.</summary>
    [Fact]
    public async Task The_provider_has_the_id_of_its_entry()
    {
        await using var far = await StartFarEndAsync();
        await using var gateway = await StartAsync();

        Assert.Equal(far.Settings.Id, gateway.CreateProvider(Api, far.Settings).Id);
        Assert.Equal("another", gateway.CreateProvider(Api, far.Settings with { Id = "another" }).Id);
    }

    /// <summary>An answer comes whole and ends with the reason it stopped.</summary>
    [Fact]
    public async Task An_answer_ends_with_its_reason()
    {
        await using var far = await StartFarEndAsync();
        await using var gateway = await StartAsync();
        far.AnswerNext("good morning");

        var updates = await AskAsync(gateway.CreateProvider(Api, far.Settings), CancellationToken.None).WaitAsync(Patience);

        Assert.Equal("good morning", string.Concat(updates.OfType<TextDelta>().Select(static update => update.Text)));
        Assert.Equal(ModelStopReason.Completed, Assert.IsType<ModelStopped>(updates[^1]).Reason);
        Assert.Single(updates.OfType<ModelStopped>());
    }

    /// <summary>Calls at the same time are answered each.</summary>
    [Fact]
    public async Task Calls_run_at_once()
    {
        await using var far = await StartFarEndAsync();
        await using var gateway = await StartAsync();
        var provider = gateway.CreateProvider(Api, far.Settings);
        for (var i = 0; i < 4; i++)
            far.AnswerNext("yes");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(provider, CancellationToken.None))).WaitAsync(Patience);

        Assert.All(answers, static updates => Assert.IsType<ModelStopped>(updates[^1]));
    }

    /// <summary>A refused key is a failure of that kind, which the gateway does not try again.</summary>
    [Fact]
    public async Task A_refused_key_is_named_as_such()
    {
        await using var far = await StartFarEndAsync();
        await using var gateway = await StartAsync();
        far.RefuseNext();

        var failure = await Assert.ThrowsAsync<ModelException>(() => AskAsync(gateway.CreateProvider(Api, far.Settings), CancellationToken.None).WaitAsync(Patience));

        Assert.Equal(ModelFailure.Authentication, failure.Failure);
    }

    /// <summary>The key is never part of a failure's text.</summary>
    [Fact]
    public async Task A_failure_does_not_show_the_key()
    {
        const string Canary = "canary-key-4711";
        await using var far = await StartFarEndAsync();
        await using var gateway = await StartAsync();
        far.RefuseNext();

        var failure = await Assert.ThrowsAsync<ModelException>(
            () => AskAsync(gateway.CreateProvider(Api, far.Settings with { ApiKey = Canary }), CancellationToken.None).WaitAsync(Patience));

        Assert.DoesNotContain(Canary, failure.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A call that is cancelled in the middle of an answer ends promptly.</summary>
    [Fact]
    public async Task A_cancelled_call_ends()
    {
        await using var far = await StartFarEndAsync();
        await using var gateway = await StartAsync();
        far.StallNext("wait");
        using var cancelled = new CancellationTokenSource();
        var provider = gateway.CreateProvider(Api, far.Settings);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CancelInTheMiddleAsync(provider, cancelled).WaitAsync(Patience));
    }

    /// <inheritdoc/>
    protected override async Task WorkAsync(InMemoryGateway gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        await using var far = await StartFarEndAsync();
        far.AnswerNext("yes");
        far.RefuseNext();
        var provider = gateway.CreateProvider(Api, far.Settings);
        await AskAsync(provider, CancellationToken.None).WaitAsync(Patience);
        await Record.ExceptionAsync(() => AskAsync(provider, CancellationToken.None).WaitAsync(Patience));
        (provider as IDisposable)?.Dispose();
    }

    private static async Task CancelInTheMiddleAsync(IAgentProvider provider, CancellationTokenSource cancelled)
    {
        await foreach (var update in provider.StreamAsync(Question, cancelled.Token))
        {
            if (update is TextDelta)
                await cancelled.CancelAsync();
        }
    }

    private static async Task<List<ModelUpdate>> AskAsync(IAgentProvider provider, CancellationToken cancellationToken)
    {
        var updates = new List<ModelUpdate>();
        await foreach (var update in provider.StreamAsync(Question, cancellationToken))
            updates.Add(update);
        return updates;
    }
}

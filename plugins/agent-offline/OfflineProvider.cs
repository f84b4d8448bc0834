using System.Runtime.CompilerServices;
using OpenClaw.Agents.Offline.Conversations;
using OpenClaw.Agents.Offline.Scripts;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.Offline;

/// <summary>Answers without a language model: repeats, counts, calls tools when told to, and fails on request.</summary>
internal sealed class OfflineProvider(IPluginScope scope, OfflineSettings settings, FailureLedger ledger) : IAgentProvider
{
    public const string ProviderId = "offline";
    public const string ModelId = "echo";

    private static readonly ModelInfo Model = new()
    {
        Id = ModelId,
        Name = "Offline echo (no language model)",
        ContextWindow = 128_000,
        MaxOutputTokens = 128_000,
        Reasoning = true,
        AcceptsImages = true,
    };

    public string Id => ProviderId;

    public ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ModelInfo>>([Model]);

    public async IAsyncEnumerable<ModelUpdate> StreamAsync(
        ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Model != ModelId)
            throw new ModelException(ModelFailure.InvalidRequest, $"The offline provider has one model, offline/{ModelId}; there is no \"{request.Model}\".");

        var turn = Turn.Read(request);
        var script = ScriptParser.Parse(turn.Text);
        if (!turn.AnswersTools && script.Wait > TimeSpan.Zero)
            await Task.Delay(script.Wait, scope.Clock, cancellationToken);

        var plan = AnswerPlan.Make(request, turn, script);
        var failure = plan.Calls.Count == 0 && script.Failure is { } planned && ledger.ShouldFail(planned, turn) ? planned : null;
        var end = failure?.AfterWords ?? script.CutAfterWords;
        var budget = request.MaxOutputTokens ?? int.MaxValue;
        var written = 0;
        var words = 0;
        var reason = plan.StopReason;

        foreach (var word in WordSplitter.Split(plan.Thinking))
        {
            await PaceAsync(cancellationToken);
            written += word.Length;
            yield return new ThinkingDelta(word);
        }

        foreach (var word in WordSplitter.Split(plan.Text))
        {
            if (words == end)
                break;
            if (TokenEstimate.Of(written + word.Length) > budget)
            {
                reason = ModelStopReason.MaxTokens;
                break;
            }

            await PaceAsync(cancellationToken);
            written += word.Length;
            words++;
            yield return new TextDelta(word);
        }

        if (failure is not null)
            throw failure.ToException();
        foreach (var call in plan.Calls)
            yield return new ToolCallRequested(call);
        yield return new UsageReported(new ModelUsage(TokenEstimate.Of(request), TokenEstimate.Of(written) + TokenEstimate.Of(plan.Calls)));
        if (plan.Calls.Count > 0 || script.CutAfterWords is null)
            yield return new ModelStopped(reason, turn.ResponseId);
    }

    private Task PaceAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return settings.WordDelay > TimeSpan.Zero ? Task.Delay(settings.WordDelay, scope.Clock, cancellationToken) : Task.CompletedTask;
    }
}

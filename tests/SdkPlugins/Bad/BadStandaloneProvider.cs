using System.Runtime.CompilerServices;
using OpenClaw.Agents;
using OpenClaw.Plugins;

namespace OpenClaw.SdkPlugins.Bad;

/// <summary>A provider with an id of its own.</summary>
internal sealed class BadStandaloneProvider(IPluginScope scope) : IAgentProvider
{
    private readonly string _breaks = BadPlugin.RuleOf(scope);
    private int _running;

    public string Id => "bad-model";

    public ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ModelInfo>>(_breaks == "has-a-model-twice" ? [new() { Id = "m" }, new() { Id = "m" }] : [new() { Id = "m" }]);

    public async IAsyncEnumerable<ModelUpdate> StreamAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Model != "m" && _breaks != "takes-any-model")
            throw new ModelException(ModelFailure.InvalidRequest, "There is one model, m.");
        if (_breaks == "one-at-a-time" && Interlocked.Increment(ref _running) > 1)
            throw new InvalidOperationException("busy");
        var ending = _breaks == "ignores-cancellation" ? CancellationToken.None : cancellationToken;
        foreach (var word in new[] { "good ", "morning" })
        {
            await Task.Delay(50, ending);
            yield return new TextDelta(word);
        }

        Interlocked.Exchange(ref _running, 0);
        if (_breaks != "never-says-that-it-stopped")
            yield return new ModelStopped(ModelStopReason.Completed);
    }
}

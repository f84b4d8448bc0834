using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Content;
using OpenClaw.Host.Agents.Models;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>Answers as the model behind the recorded gateway did: a greeting, slowly, not at all, or with a tool call.</summary>
internal sealed class RecordedModel : IAgentProvider, IAgentProviders
{
    private static readonly string[] Greeting = ["Hello", " from", " the", " fake", " model."];

    public string Id => "fake";

    public IReadOnlyList<string> Ids => [Id];

    public ValueTask<IAgentProvider?> FindAsync(string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IAgentProvider?>(id == Id ? this : null);

    public ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ModelInfo>>([new ModelInfo { Id = "fake-1", Name = "Fake One", ContextWindow = 128_000 }]);

    public async IAsyncEnumerable<ModelUpdate> StreamAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = TextOf(request.Messages[^1]);
        // Once asked to, it fails for as long as it is reminded of it.
        if (request.Messages.Any(static message => message.Role == ModelRole.User && TextOf(message).StartsWith("failrun", StringComparison.Ordinal)))
            throw new ModelException(ModelFailure.InvalidRequest, "provider rejected the request schema or tool payload.");
        if (text.StartsWith("toolrun", StringComparison.Ordinal))
        {
            yield return new ToolCallRequested(new ToolCallPart("call_1", "apply_patch", JsonElement.Parse("{}")));
            yield return new UsageReported(new ModelUsage(10, 5));
            yield return new ModelStopped(ModelStopReason.ToolCalls);
            yield break;
        }

        // A slow run ends only when it is told to.
        for (var word = 0; text.StartsWith("slowrun", StringComparison.Ordinal); word++)
        {
            yield return new TextDelta(word == 0 ? "w0" : $" w{word}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }

        foreach (var word in Greeting)
            yield return new TextDelta(word);
        yield return new UsageReported(new ModelUsage(10, 5));
        yield return new ModelStopped(ModelStopReason.Completed, "chatcmpl-1");
    }

    private static string TextOf(ModelMessage message) => string.Concat(message.Parts.OfType<TextPart>().Select(static part => part.Text));
}

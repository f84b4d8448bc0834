using System.Runtime.CompilerServices;
using OpenClaw.Agents.Common.Answers;
using OpenClaw.Agents.Common.Http;
using OpenClaw.Agents.Common.Settings;
using OpenClaw.Agents.Ollama.Answers;
using OpenClaw.Agents.Ollama.Requests;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.Ollama;

/// <summary>One entry of <c>models.providers</c> that speaks the native format.</summary>
internal sealed class OllamaProvider(IPluginScope scope, AgentProviderSettings settings) : IAgentProvider, IEmbeddingProvider, IDisposable
{
    private readonly Connection _far = new(scope, EndpointSettings.Read(settings with { BaseUrl = Root(settings.BaseUrl) }));

    public string Id => _far.Settings.ProviderId;

    public ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken) => new OllamaModels(_far).ListAsync(cancellationToken);

    public ValueTask<EmbeddingResult> EmbedAsync(
        string model, IReadOnlyList<string> texts, int? dimensions, CancellationToken cancellationToken) =>
        new OllamaEmbedder(_far).EmbedAsync(model, texts, dimensions, cancellationToken);

    public async IAsyncEnumerable<ModelUpdate> StreamAsync(
        ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var model = _far.Settings.Model(request.Model);
        var shape = ChatShape.For(request);
        while (true)
        {
            var body = await ChatWriter.WriteAsync(request, model, shape, cancellationToken);
            using var deadline = new Deadline(_far.Settings.FirstByteTimeout, _far.Clock, cancellationToken);
            using var exchange = await _far.Endpoint.SendAsync("api/chat", body, model.Headers, ReadLimits.Answer, deadline);
            if (exchange.Refusal is { } refusal)
            {
                shape = shape.After(refusal) ?? throw _far.Failures.FromReport(refusal);
                continue;
            }

            await foreach (var update in AnswerReader.ReadAsync(
                exchange, AnswerFormat.Lines, new ChatAnswer(_far.Failures, _far.Mask), _far.Failures, deadline))
            {
                yield return update;
            }

            yield break;
        }
    }

    public void Dispose() => _far.Dispose();

    // People know the address from its OpenAI form, which ends in a version.
    private static Uri Root(Uri address)
    {
        if (!address.IsAbsoluteUri)
            return address;
        var path = address.AbsolutePath.TrimEnd('/');
        return path.EndsWith("/v1", StringComparison.Ordinal) ? new UriBuilder(address) { Path = path[..^2] }.Uri : address;
    }
}

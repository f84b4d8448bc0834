using System.Runtime.CompilerServices;
using OpenClaw.Agents.Common.Answers;
using OpenClaw.Agents.Common.Failures;
using OpenClaw.Agents.Common.Http;
using OpenClaw.Agents.Common.Settings;
using OpenClaw.Agents.OpenAI.Answers;
using OpenClaw.Agents.OpenAI.Requests;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.OpenAI;

/// <summary>One entry of <c>models.providers</c> that speaks the chat-completions format.</summary>
internal sealed class CompletionsProvider : IAgentProvider, IEmbeddingProvider, IDisposable
{
    // Our own deadline ends a silent request; the client's must not come first.
    private static readonly TimeSpan ClientMargin = TimeSpan.FromSeconds(30);

    private readonly EndpointSettings _settings;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly SecretMask _mask;
    private readonly FailureMapper _failures;
    private readonly Endpoint _endpoint;
    private readonly LearnedShapes _shapes;
    private readonly ModelCatalog _catalog;
    private readonly Embedder _embedder;

    public CompletionsProvider(IPluginScope scope, AgentProviderSettings settings)
    {
        _settings = EndpointSettings.Read(settings);
        foreach (var secret in _settings.Secrets)
            scope.ProtectSecret(secret);
        _clock = scope.Clock;
        _http = scope.CreateHttpClient(new PluginHttpSettings { Timeout = _settings.FirstByteTimeout + ClientMargin, Proxy = _settings.Proxy });
        _mask = new SecretMask(_settings.Secrets);
        _failures = new FailureMapper(_settings.ProviderId, _mask);
        _endpoint = new Endpoint(_http, _settings, _failures, _clock);
        _shapes = new LearnedShapes(_settings);
        _catalog = new ModelCatalog(_settings, _endpoint, _failures, _clock);
        _embedder = new Embedder(_settings, _endpoint, _failures, _clock);
    }

    public string Id => _settings.ProviderId;

    public ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken) => _catalog.ListAsync(cancellationToken);

    public ValueTask<EmbeddingResult> EmbedAsync(
        string model, IReadOnlyList<string> texts, int? dimensions, CancellationToken cancellationToken) =>
        _embedder.EmbedAsync(model, texts, dimensions, cancellationToken);

    public async IAsyncEnumerable<ModelUpdate> StreamAsync(
        ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shape = _shapes.For(request.Model);
        var tried = new HashSet<RequestShape>();
        while (true)
        {
            tried.Add(shape);
            var body = await ChatRequestWriter.WriteAsync(request, _settings.Model(request.Model), shape, cancellationToken);
            using var deadline = new Deadline(_settings.FirstByteTimeout, _clock, cancellationToken);
            using var exchange = await _endpoint.SendAsync(
                "chat/completions", body, _settings.Model(request.Model).Headers, ReadLimits.Answer, deadline);
            if (exchange.Refusal is { } refusal)
            {
                if (shape.After(refusal) is not { } next || tried.Contains(next))
                    throw _failures.FromReport(refusal);
                shape = next;
                continue;
            }

            _shapes.Keep(request.Model, shape);
            await foreach (var update in AnswerReader.ReadAsync(exchange, AnswerFormat.Events, new AnswerBuilder(_failures, _mask), _failures, deadline))
                yield return update;
            yield break;
        }
    }

    public void Dispose() => _http.Dispose();
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OpenClaw.Agents.Anthropic.Answers;
using OpenClaw.Agents.Anthropic.Requests;
using OpenClaw.Agents.Common.Answers;
using OpenClaw.Agents.Common.Http;
using OpenClaw.Agents.Common.Settings;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.Anthropic;

/// <summary>One entry of <c>models.providers</c> that speaks the Messages format.</summary>
internal sealed class MessagesProvider(IPluginScope scope, AgentProviderSettings settings) : IAgentProvider, IDisposable
{
    private const int MaxLessons = 256;
    private readonly Connection _far = new(scope, EndpointSettings.Read(settings, KeyPlace.ApiKeyHeader));

    // Models that refused to be asked to think; the lesson costs one request.
    private readonly ConcurrentDictionary<string, bool> _thoughtless = new(StringComparer.Ordinal);

    public string Id => _far.Settings.ProviderId;

    public ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken) =>
        new AnthropicModels(_far).ListAsync(cancellationToken);

    public async IAsyncEnumerable<ModelUpdate> StreamAsync(
        ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var model = _far.Settings.Model(request.Model);
        while (true)
        {
            var budget = _thoughtless.ContainsKey(request.Model) ? null : ThinkingBudget.Of(request, model);
            var body = await MessagesRequestWriter.WriteAsync(request, model, budget, cancellationToken);
            using var deadline = new Deadline(_far.Settings.FirstByteTimeout, _far.Clock, cancellationToken);
            using var exchange = await _far.Endpoint.SendAsync(
                Paths.Of(_far.Settings.BaseUrl, "messages"), body, Paths.HeadersOf(model.Headers), ReadLimits.Answer, deadline);
            if (exchange.Refusal is { } refusal)
            {
                if (budget is null || refusal.Status != 400 || !refusal.Mentions("thinking"))
                    throw _far.Failures.FromReport(refusal);
                if (_thoughtless.Count >= MaxLessons)
                    _thoughtless.Clear();
                _thoughtless.TryAdd(request.Model, true);
                continue;
            }

            await foreach (var update in AnswerReader.ReadAsync(
                exchange, AnswerFormat.Events, new MessageAnswer(_far.Failures, _far.Mask), _far.Failures, deadline))
            {
                yield return update;
            }

            yield break;
        }
    }

    public void Dispose() => _far.Dispose();
}

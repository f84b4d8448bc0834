using System.Runtime.CompilerServices;
using OpenClaw.Agents.Common.Answers;
using OpenClaw.Agents.Common.Failures;
using OpenClaw.Agents.Common.Http;
using OpenClaw.Agents.Common.Settings;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.OpenAI.Responses;

/// <summary>One entry of <c>models.providers</c> that speaks the Responses format.</summary>
internal sealed class ResponsesProvider(IPluginScope scope, AgentProviderSettings settings) : IAgentProvider, IDisposable
{
    private readonly Connection _far = new(scope, EndpointSettings.Read(settings));

    public string Id => _far.Settings.ProviderId;

    public ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken) =>
        new ModelCatalog(_far.Settings, _far.Endpoint, _far.Failures, _far.Clock).ListAsync(cancellationToken);

    public async IAsyncEnumerable<ModelUpdate> StreamAsync(
        ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var model = _far.Settings.Model(request.Model);
        var shape = ResponseShape.For(model);
        while (true)
        {
            var body = await ResponseRequestWriter.WriteAsync(request, model, shape, cancellationToken);
            using var deadline = new Deadline(_far.Settings.FirstByteTimeout, _far.Clock, cancellationToken);
            using var exchange = await _far.Endpoint.SendAsync("responses", body, model.Headers, ReadLimits.Answer, deadline);
            if (exchange.Refusal is { } refusal)
            {
                shape = shape.After(refusal) ?? throw _far.Failures.FromReport(refusal);
                continue;
            }

            await foreach (var update in AnswerReader.ReadAsync(
                exchange, AnswerFormat.Events, new ResponseAnswer(_far.Failures, _far.Mask), _far.Failures, deadline))
            {
                yield return update;
            }

            yield break;
        }
    }

    public void Dispose() => _far.Dispose();
}

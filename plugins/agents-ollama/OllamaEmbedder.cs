using System.Text.Json;
using OpenClaw.Agents.Common.Http;
using OpenClaw.Agents.Common.Requests;
using OpenClaw.Agents.Ollama.Wire;

namespace OpenClaw.Agents.Ollama;

/// <summary>Turns texts into vectors.</summary>
internal sealed class OllamaEmbedder(Connection far)
{
    public async ValueTask<EmbeddingResult> EmbedAsync(
        string model, IReadOnlyList<string> texts, int? dimensions, CancellationToken cancellationToken)
    {
        var body = await RequestBody.WriteAsync(writer =>
        {
            writer.WriteString("model", model);
            writer.WriteStartArray("input");
            foreach (var text in texts)
                writer.WriteTextValue(text);
            writer.WriteEndArray();
            if (dimensions is { } length)
                writer.WriteNumber("dimensions", length);
            return Task.CompletedTask;
        });
        using var deadline = new Deadline(far.Settings.FirstByteTimeout, far.Clock, cancellationToken);
        using var exchange = await far.Endpoint.SendAsync("api/embed", body, far.Settings.Model(model).Headers, ReadLimits.Embeddings, deadline);
        if (exchange.Refusal is { } refusal)
            throw far.Failures.FromReport(refusal);
        try
        {
            var reply = await JsonSerializer.DeserializeAsync(exchange.Body!, OllamaJsonContext.Default.EmbedReply, deadline.Token);
            return Result(reply, texts.Count);
        }
        catch (Exception exception)
        {
            throw far.Failures.FromException(exception, deadline);
        }
    }

    private EmbeddingResult Result(EmbedReply? reply, int count)
    {
        var vectors = reply?.Embeddings ?? [];
        if (vectors.Count != count || vectors.Any(vector => vector is not { Length: > 0 } || vector.Length != vectors[0]!.Length))
            throw far.Failures.Malformed($"sent no vectors of one length for the {count} texts asked about");
        return new EmbeddingResult(
            [.. vectors.Select(static vector => (ReadOnlyMemory<float>)vector)], new ModelUsage(Math.Max(0, reply?.PromptEvalCount ?? 0), 0));
    }
}

using System.Buffers;
using System.Text.Json;
using OpenClaw.Agents.Common.Failures;
using OpenClaw.Agents.Common.Http;
using OpenClaw.Agents.Common.Requests;
using OpenClaw.Agents.Common.Settings;
using OpenClaw.Agents.OpenAI.Wire;

namespace OpenClaw.Agents.OpenAI;

/// <summary>Turns texts into vectors, in batches that keep each answer at a bounded size.</summary>
internal sealed class Embedder(EndpointSettings settings, Endpoint endpoint, FailureMapper failures, TimeProvider clock)
{
    private const int BatchSize = 256;

    public async ValueTask<EmbeddingResult> EmbedAsync(
        string model, IReadOnlyList<string> texts, int? dimensions, CancellationToken cancellationToken)
    {
        var vectors = new List<ReadOnlyMemory<float>>(texts.Count);
        var usage = ModelUsage.None;
        foreach (var batch in texts.Chunk(BatchSize))
        {
            var reply = await AskAsync(Body(model, batch, dimensions), model, cancellationToken);
            vectors.AddRange(InOrder(reply, batch.Length));
            usage += reply.Usage?.ToUsage() ?? ModelUsage.None;
        }

        if (vectors.Any(vector => vector.Length != vectors[0].Length))
            throw failures.Malformed("sent vectors of different lengths");
        return new EmbeddingResult(vectors, usage);
    }

    private static ReadOnlyMemory<byte> Body(string model, string[] texts, int? dimensions)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("model", model);
        writer.WriteStartArray("input");
        foreach (var text in texts)
            writer.WriteTextValue(text);
        writer.WriteEndArray();
        writer.WriteString("encoding_format", "float");
        if (dimensions is { } length)
            writer.WriteNumber("dimensions", length);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private async Task<EmbeddingReply> AskAsync(ReadOnlyMemory<byte> body, string model, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(settings.FirstByteTimeout, clock, cancellationToken);
        using var exchange = await endpoint.SendAsync("embeddings", body, settings.Model(model).Headers, ReadLimits.Embeddings, deadline);
        if (exchange.Refusal is { } refusal)
            throw failures.FromReport(refusal);
        try
        {
            return await JsonSerializer.DeserializeAsync(exchange.Body!, WireJsonContext.Default.EmbeddingReply, deadline.Token)
                ?? throw failures.Malformed("sent no vectors");
        }
        catch (Exception exception)
        {
            throw failures.FromException(exception, deadline);
        }
    }

    // The index decides, where there is one: far ends may answer in another order.
    private ReadOnlyMemory<float>[] InOrder(EmbeddingReply reply, int count)
    {
        var vectors = new ReadOnlyMemory<float>[count];
        var items = reply.Data ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            var place = items[i]?.Index ?? i;
            if (items[i]?.Embedding is { Length: > 0 } vector && place >= 0 && place < count)
                vectors[place] = vector;
        }

        return vectors.All(vector => vector.Length > 0)
            ? vectors
            : throw failures.Malformed($"sent vectors for fewer than the {count} texts asked about");
    }
}

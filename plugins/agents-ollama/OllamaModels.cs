using System.Text.Json;
using OpenClaw.Agents.Common.Http;
using OpenClaw.Agents.Common.Settings;
using OpenClaw.Agents.Ollama.Wire;

namespace OpenClaw.Agents.Ollama;

/// <summary>Lists models: those of the configuration, or else those that are installed.</summary>
internal sealed class OllamaModels(Connection far)
{
    private const int MaxModels = 2_000;
    private const int MaxNameLength = 256;

    public async ValueTask<IReadOnlyList<ModelInfo>> ListAsync(CancellationToken cancellationToken)
    {
        if (far.Settings.Models.Count > 0)
            return [.. far.Settings.Models.Values.Select(static model => model.Info!)];
        using var deadline = new Deadline(far.Settings.FirstByteTimeout, far.Clock, cancellationToken);
        using var exchange = await far.Endpoint.SendAsync("api/tags", null, ModelSettings.Unknown.Headers, ReadLimits.ModelList, deadline);
        if (exchange.Refusal is { } refusal)
            throw far.Failures.FromReport(refusal);
        try
        {
            var list = await JsonSerializer.DeserializeAsync(exchange.Body!, OllamaJsonContext.Default.TagsReply, deadline.Token);
            return [.. (list?.Models ?? [])
                .Select(static model => model?.Name)
                .Where(static name => name is { Length: > 0 and <= MaxNameLength } && !name.Any(char.IsControl))
                .Distinct(StringComparer.Ordinal)
                .Take(MaxModels)
                .Select(static name => new ModelInfo { Id = name! })];
        }
        catch (Exception exception)
        {
            throw far.Failures.FromException(exception, deadline);
        }
    }
}

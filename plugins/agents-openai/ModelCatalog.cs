using System.Text.Json;
using OpenClaw.Agents.Common.Failures;
using OpenClaw.Agents.Common.Http;
using OpenClaw.Agents.Common.Settings;
using OpenClaw.Agents.OpenAI.Wire;

namespace OpenClaw.Agents.OpenAI;

/// <summary>Lists models: those of the configuration, or else those the far end names.</summary>
internal sealed class ModelCatalog(EndpointSettings settings, Endpoint endpoint, FailureMapper failures, TimeProvider clock)
{
    private const int MaxModels = 2_000;
    private const int MaxNameLength = 256;

    public async ValueTask<IReadOnlyList<ModelInfo>> ListAsync(CancellationToken cancellationToken)
    {
        if (settings.Models.Count > 0)
            return [.. settings.Models.Values.Select(model => model.Info!)];
        using var deadline = new Deadline(settings.FirstByteTimeout, clock, cancellationToken);
        using var exchange = await endpoint.SendAsync("models", null, ModelSettings.Unknown.Headers, ReadLimits.ModelList, deadline);
        if (exchange.Refusal is { } refusal)
            throw failures.FromReport(refusal);
        try
        {
            var list = await JsonSerializer.DeserializeAsync(exchange.Body!, WireJsonContext.Default.ModelList, deadline.Token);
            return [.. (list?.Data ?? []).Where(IsUsable).DistinctBy(item => item!.Id).Take(MaxModels).Select(item => Describe(item!))];
        }
        catch (Exception exception)
        {
            throw failures.FromException(exception, deadline);
        }
    }

    private static bool IsUsable(ModelListItem? item) =>
        item?.Id is { Length: > 0 and <= MaxNameLength } id && !id.Any(char.IsControl);

    private ModelInfo Describe(ModelListItem item)
    {
        var window = item.ContextLength ?? item.ContextWindow ?? item.MaxModelLen;
        return new ModelInfo
        {
            Id = item.Id!,
            Name = string.IsNullOrWhiteSpace(item.Name) ? null : failures.Shown(item.Name, MaxNameLength),
            ContextWindow = window is > 0 and <= int.MaxValue ? (int)window : null,
            AcceptsTools = Accepts(item, "tools") ?? true,
            Reasoning = Accepts(item, "reasoning") ?? false,
        };
    }

    private static bool? Accepts(ModelListItem item, string parameter) =>
        item.SupportedParameters.ValueKind == JsonValueKind.Array
            ? item.SupportedParameters.EnumerateArray().Any(entry => entry.ValueKind == JsonValueKind.String && entry.ValueEquals(parameter))
            : null;
}

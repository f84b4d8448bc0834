using System.Text.Json;
using OpenClaw.Agents.Anthropic.Wire;
using OpenClaw.Agents.Common.Http;
using OpenClaw.Agents.Common.Settings;

namespace OpenClaw.Agents.Anthropic;

/// <summary>Lists models: those of the configuration, or else those the far end names.</summary>
internal sealed class AnthropicModels(Connection far)
{
    private const int MaxModels = 1_000;
    private const int MaxNameLength = 256;
    private const int Window = 200_000;

    public async ValueTask<IReadOnlyList<ModelInfo>> ListAsync(CancellationToken cancellationToken)
    {
        if (far.Settings.Models.Count > 0)
            return [.. far.Settings.Models.Values.Select(static model => model.Info!)];
        using var deadline = new Deadline(far.Settings.FirstByteTimeout, far.Clock, cancellationToken);
        var headers = Paths.HeadersOf(ModelSettings.Unknown.Headers);
        using var exchange = await far.Endpoint.SendAsync(
            Paths.Of(far.Settings.BaseUrl, $"models?limit={MaxModels}"), null, headers, ReadLimits.ModelList, deadline);
        if (exchange.Refusal is { } refusal)
            throw far.Failures.FromReport(refusal);
        try
        {
            var list = await JsonSerializer.DeserializeAsync(exchange.Body!, AnthropicJsonContext.Default.ModelsReply, deadline.Token);
            return [.. (list?.Data ?? []).Where(IsUsable).DistinctBy(static model => model!.Id).Take(MaxModels).Select(model => Describe(model!))];
        }
        catch (Exception exception)
        {
            throw far.Failures.FromException(exception, deadline);
        }
    }

    private static bool IsUsable(ListedModel? model) => model?.Id is { Length: > 0 and <= MaxNameLength } id && !id.Any(char.IsControl);

    private ModelInfo Describe(ListedModel model) => new()
    {
        Id = model.Id!,
        Name = string.IsNullOrWhiteSpace(model.DisplayName) ? null : far.Failures.Shown(model.DisplayName, MaxNameLength),
        ContextWindow = Window,
        AcceptsImages = true,
    };
}

namespace OpenClaw.Host.Configuration.Model.Models;

/// <summary>The <c>models</c> section.</summary>
internal sealed record ModelsConfig
{
    public ProvidersMode Mode { get; init; } = ProvidersMode.Merge;

    public IReadOnlyDictionary<string, ModelProviderConfig> Providers { get; init; } = new Dictionary<string, ModelProviderConfig>();
}

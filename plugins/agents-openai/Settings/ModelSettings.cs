using OpenClaw.Agents.OpenAI.Wire;

namespace OpenClaw.Agents.OpenAI.Settings;

/// <summary>What configuration says about one model.</summary>
internal sealed record ModelSettings
{
    public static ModelSettings Unknown { get; } = new();

    /// <summary>What is known of the model; <see langword="null"/> for a model that configuration does not name.</summary>
    public ModelInfo? Info { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public bool Streaming { get; init; } = true;

    public CompatEntry Compat { get; init; } = new();

    public bool AcceptsImages => Info?.AcceptsImages ?? true;

    public static Dictionary<string, ModelSettings> ReadAll(IReadOnlyList<ModelInfo> infos, ProviderEntry entry)
    {
        var models = new Dictionary<string, ModelSettings>(StringComparer.Ordinal);
        foreach (var info in infos)
        {
            var written = entry.Models?.FirstOrDefault(model => model?.Id == info.Id);
            models[info.Id] = new ModelSettings
            {
                Info = info,
                Headers = written?.Headers ?? Unknown.Headers,
                Streaming = written?.Streaming ?? true,
                Compat = written?.Compat ?? Unknown.Compat,
            };
        }

        return models;
    }
}

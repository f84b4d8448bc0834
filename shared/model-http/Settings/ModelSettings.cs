
using System.Text.Json;

namespace OpenClaw.Agents.Common.Settings;

/// <summary>What configuration says about one model.</summary>
internal sealed record ModelSettings
{
    public static ModelSettings Unknown { get; } = new();

    /// <summary>What is known of the model; <see langword="null"/> for a model that configuration does not name.</summary>
    public ModelInfo? Info { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public bool Streaming { get; init; } = true;

    /// <summary>The window as written; nothing where the gateway filled one in.</summary>
    public int? WrittenWindow { get; init; }

    public JsonElement Params { get; init; }

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
                WrittenWindow = written?.ContextWindow,
                Params = written?.Params ?? default,
                Compat = written?.Compat ?? Unknown.Compat,
            };
        }

        return models;
    }
}

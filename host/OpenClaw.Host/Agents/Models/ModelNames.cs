using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Models;

/// <summary>Tells names of models from other words.</summary>
internal sealed class ModelNames(ModelSelector models, ModelCatalog catalog, IAgentProviders providers, IConfigSource configuration)
{
    private const int Longest = 200;

    /// <summary>The model that a word names: by its alias, with its provider or without. Nothing when it names none, or none that may be used.</summary>
    public ModelReference? Find(string agentId, string word)
    {
        if (word.Length is 0 or > Longest || !IsName(agentId, word))
            return null;
        try
        {
            return models.Select(agentId, new RunInput { Message = string.Empty, Model = word });
        }
        catch (RunRefusedException)
        {
            return null;
        }
    }

    private bool IsName(string agentId, string word)
    {
        var config = configuration.Current;
        var named = models.Named(agentId, word);
        return config.Agents.Defaults.Models.Any(entry => string.Equals(entry.Value.Alias, word, StringComparison.OrdinalIgnoreCase))
            || named == models.DefaultOf(agentId)
            || config.Agents.Defaults.Models.ContainsKey(named.ToString())
            || catalog.KnownOf(named) is not null
            || (word.Contains('/', StringComparison.Ordinal) && (config.Models.Providers.ContainsKey(named.Provider) || providers.Ids.Contains(named.Provider)));
    }
}

using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Models;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Whether there is a model to answer, and whether its keys are there. Nobody is asked whether they are accepted.</summary>
internal sealed class ModelsCheck() : DoctorCheck("models/auth")
{
    protected override IEnumerable<DoctorFinding> Look(DoctorContext context) => context.Config is { Exists: true, Config: { } config }
        ? Chosen(config).Concat(config.Models.Providers.Values.SelectMany(Keys))
        : [];

    private static IEnumerable<DoctorFinding> Chosen(OpenClawConfig config)
    {
        if (config.Agents.Defaults.Model is not { } selection)
        {
            yield return DoctorFinding.Warning($"no model is configured; {ModelSelector.Unconfigured} answers, which only repeats what is said") with
            {
                Path = "agents.defaults.model",
                FixHint = "Set agents.defaults.model to provider/model, with the provider under models.providers.",
            };
            yield break;
        }

        foreach (var name in selection.Fallbacks.Prepend(selection.Primary))
        {
            var text = config.Agents.Defaults.Models.FirstOrDefault(entry => string.Equals(entry.Value.Alias, name, StringComparison.OrdinalIgnoreCase)).Key ?? name;
            if (ModelReference.TryParse(text, out var model) && model.Provider != ModelSelector.Unconfigured.Provider && !config.Models.Providers.ContainsKey(model.Provider))
            {
                yield return DoctorFinding.Warning($"models.providers has no entry \"{model.Provider}\" for {model}; unless a plugin brings it, no run can use it") with
                {
                    Path = "agents.defaults.model",
                    FixHint = $"Add models.providers.{model.Provider}, or choose another model: openclaw models list",
                };
            }
        }
    }

    private static IEnumerable<DoctorFinding> Keys(ModelProviderConfig provider)
    {
        if (provider.ApiKey is { MissingVariable: { } variable })
        {
            yield return DoctorFinding.Error($"it needs the environment variable {variable}, which is not set here") with
            {
                Path = $"models.providers.{provider.Id}.apiKey",
                FixHint = $"Set {variable} where the gateway starts.",
            };
        }

        foreach (var (name, value) in provider.Headers)
        {
            if (value.MissingVariable is { } missing)
                yield return DoctorFinding.Error($"it needs the environment variable {missing}, which is not set here") with { Path = $"models.providers.{provider.Id}.headers.{name}" };
        }

        if (provider.ApiKey is null && provider.Headers.Count == 0 && Uri.TryCreate(provider.BaseUrl, UriKind.Absolute, out var address) && address is { IsLoopback: false, Scheme: "https" })
            yield return DoctorFinding.Warning("it has no key, and its address is not on this machine") with { Path = $"models.providers.{provider.Id}.apiKey", FixHint = "Set a key, if the far end asks for one." };
    }
}

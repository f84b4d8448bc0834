using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Models;


namespace OpenClaw.Host.Configuration.Binding;

internal static class ModelsBinder
{
    public static ModelsConfig Bind(SectionReader section) => new()
    {
        Mode = section.Choice<ProvidersMode>("mode") ?? ProvidersMode.Merge,
        Providers = section.Map("providers", BindProvider),
    };

    private static ModelProviderConfig BindProvider(string id, SectionReader section)
    {
        var defaults = new ModelProviderConfig { Id = id };
        var headers = section.Section("headers");
        return new ModelProviderConfig
        {
            Id = id,
            BaseUrl = section.Text("baseUrl"),
            ApiKey = section.Secret("apiKey"),
            Auth = section.Text("auth") ?? defaults.Auth,
            Api = section.Text("api") ?? defaults.Api,
            Headers = headers.Names
                .Select(name => (Name: name, Value: headers.Secret(name)))
                .Where(static header => header.Value is not null)
                .ToDictionary(static header => header.Name, static header => header.Value!, StringComparer.OrdinalIgnoreCase),
            AuthHeader = section.Flag("authHeader") ?? defaults.AuthHeader,
            Timeout = section.Seconds("timeoutSeconds"),
            MaxTokens = section.Integer("maxTokens"),
            Models = [.. section.List("models").Select(BindModel)],
            Raw = section.AsJson(),
        };
    }

    private static ModelDefinition BindModel(SectionReader section)
    {
        var id = section.Text("id") ?? "";
        var defaults = new ModelDefinition { Id = id, Name = id };
        var cost = section.Section("cost");
        return new ModelDefinition
        {
            Id = id,
            Name = section.Text("name") ?? id,
            Api = section.Text("api"),
            Reasoning = section.Flag("reasoning") ?? defaults.Reasoning,
            Input = section.Texts("input") ?? defaults.Input,
            Cost = new ModelCost
            {
                Input = cost.Number("input") ?? 0,
                Output = cost.Number("output") ?? 0,
                CacheRead = cost.Number("cacheRead") ?? 0,
                CacheWrite = cost.Number("cacheWrite") ?? 0,
            },
            ContextWindow = section.Integer("contextWindow") ?? defaults.ContextWindow,
            ContextTokens = section.Integer("contextTokens"),
            MaxTokens = section.Integer("maxTokens") ?? defaults.MaxTokens,
            Params = section.Json("params"),
            Compat = section.Json("compat"),
        };
    }
}

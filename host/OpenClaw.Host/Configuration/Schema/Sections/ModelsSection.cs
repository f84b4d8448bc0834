using OpenClaw.Host.Configuration.Model.Models;

using static OpenClaw.Host.Configuration.Schema.Shape;

namespace OpenClaw.Host.Configuration.Schema.Sections;

/// <summary>The keys of <c>models</c>.</summary>
internal static class ModelsSection
{
    // Which dialects exist is up to the agent plugins present, so the name is free and checked when a model is used.
    private static readonly SchemaNode Api = Text;

    public static ObjectSchema Create() => Object(
        ("mode", OneOf<ProvidersMode>()),
        ("providers", Map(Provider())),
        ("bedrockDiscovery", Open),
        ("catalogRefresh", Any));

    private static ObjectSchema Provider() => Object(
        ("baseUrl", FormattedText(IsHttpUrl, "Write a URL such as \"http://127.0.0.1:11434/v1\".")),
        ("apiKey", Credential),
        ("auth", OneOf("api-key", "token", "oauth", "aws-sdk")),
        ("api", Api),
        ("headers", Map(Credential)),
        ("authHeader", Flag),
        ("timeoutSeconds", Integer(1)),
        ("maxTokens", Integer(1)),
        ("request", Open),
        ("models", List(Model())));

    private static ObjectSchema Model() => Object(
        ("id", FormattedText(static text => !string.IsNullOrWhiteSpace(text), "Write the id that the provider knows.")),
        ("name", Text),
        ("api", Api),
        ("reasoning", Flag),
        ("input", Texts),
        ("cost", Object(("input", Number()), ("output", Number()), ("cacheRead", Number()), ("cacheWrite", Number()))),
        ("contextWindow", Integer(1)),
        ("contextTokens", Integer(1)),
        ("maxTokens", Integer(1)),
        ("params", Open),
        ("headers", Map(Credential)),
        ("compat", Open));

    private static bool IsHttpUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
}

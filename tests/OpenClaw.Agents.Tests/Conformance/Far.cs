using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpenClaw.Agents.Tests.OpenAI;
using OpenClaw.Agents.Tests.TestKit;

namespace OpenClaw.Agents.Tests.Conformance;

/// <summary>A provider of one format, and the far end it talks to.</summary>
internal sealed class Far : IAsyncDisposable
{
    public const string ApiKey = FarEnd.ApiKey;

    private readonly TestScope _scope;

    private Far(FakeChatCompletions server, TestScope scope, IAgentProvider provider)
    {
        Server = server;
        _scope = scope;
        Provider = provider;
    }

    public FakeChatCompletions Server { get; }

    public IAgentProvider Provider { get; }

    public static ModelRequest Question => FarEnd.Question;

    public static Task<Far> StartAsync(Dialect dialect, params Func<HttpContext, Task>[] replies) =>
        StartAsync(dialect, null, static settings => settings, replies);

    public static async Task<Far> StartAsync(
        Dialect dialect, TimeProvider? clock, Func<AgentProviderSettings, AgentProviderSettings> change, params Func<HttpContext, Task>[] replies)
    {
        var server = await FakeChatCompletions.StartAsync(replies);
        var scope = new TestScope(clock);
        var settings = change(new AgentProviderSettings { Id = "far", BaseUrl = server.BaseUrl, ApiKey = ApiKey });
        return new Far(server, scope, TestPluginBuilder.Build(dialect.CreatePlugin(), dialect.Api, settings, scope));
    }

    /// <summary>Settings of one model, as written in configuration.</summary>
    public static Func<AgentProviderSettings, AgentProviderSettings> WithModel(ModelInfo info, string members) => settings => settings with
    {
        Models = [info],
        Raw = JsonElement.Parse($$"""{"models":[{"id":"{{info.Id}}",{{members}}}]}"""),
    };

    public async ValueTask DisposeAsync()
    {
        (Provider as IDisposable)?.Dispose();
        _scope.Dispose();
        await Server.DisposeAsync();
    }
}

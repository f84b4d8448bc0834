using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpenClaw.Agents.OpenAI;
using OpenClaw.Agents.Tests.TestKit;

namespace OpenClaw.Agents.Tests.OpenAI;

/// <summary>A provider made by the plugin, and the far end it talks to.</summary>
internal sealed class FarEnd : IAsyncDisposable
{
    public const string ApiKey = "sk-canary/Q+7\"x0123456789";

    private FarEnd(FakeChatCompletions server, TestScope scope, IAgentProvider provider)
    {
        Server = server;
        Scope = scope;
        Provider = provider;
    }

    public FakeChatCompletions Server { get; }

    public TestScope Scope { get; }

    public IAgentProvider Provider { get; }

    public static ModelRequest Question { get; } = new() { Model = "m-1", Messages = [ModelMessage.User("hello")] };

    public static Task<FarEnd> StartAsync(params Func<HttpContext, Task>[] replies) => StartAsync(null, static settings => settings, replies);

    public static async Task<FarEnd> StartAsync(
        TimeProvider? clock, Func<AgentProviderSettings, AgentProviderSettings> change, params Func<HttpContext, Task>[] replies)
    {
        var server = await FakeChatCompletions.StartAsync(replies);
        var scope = new TestScope(clock);
        var settings = change(new AgentProviderSettings { Id = "far", BaseUrl = server.BaseUrl, ApiKey = ApiKey });
        return new FarEnd(server, scope, Create(settings, scope));
    }

    public static IAgentProvider Create(AgentProviderSettings settings, TestScope scope) =>
        TestPluginBuilder.Build(new OpenAiPlugin(), OpenAiPlugin.Api, settings, scope);

    /// <summary>Settings of one model, as written in configuration.</summary>
    public static Func<AgentProviderSettings, AgentProviderSettings> WithModel(ModelInfo info, string members) => settings => settings with
    {
        Models = [info],
        Raw = JsonElement.Parse($$"""{"models":[{"id":"{{info.Id}}",{{members}}}]}"""),
    };

    public async ValueTask DisposeAsync()
    {
        (Provider as IDisposable)?.Dispose();
        Scope.Dispose();
        await Server.DisposeAsync();
    }
}

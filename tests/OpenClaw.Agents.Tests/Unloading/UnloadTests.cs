using System.Runtime.CompilerServices;
using OpenClaw.Agents.Tests.Conformance;
using OpenClaw.Agents.Tests.OpenAI;
using OpenClaw.Agents.Tests.TestKit;

namespace OpenClaw.Agents.Tests.Unloading;

[Trait("Threat", "PLG-19")]
public sealed class UnloadTests
{
    private const int MaxCollections = 30;

    [Fact]
    public async Task The_offline_plugin_is_gone_after_use() => await AssertGoneAsync(await UseOfflineAsync());

    [Fact]
    public async Task The_openai_plugin_is_gone_after_answers_and_failures()
    {
        await using var server = await FakeChatCompletions.StartAsync(
            Replies.Hello(), Replies.Events(Replies.Text("hi")), Replies.Status(429, "{}"), Replies.Json("""{"data":[{"id":"m"}]}"""));

        await AssertGoneAsync(await UseOpenAiAsync(server.BaseUrl));
    }

    [Theory]
    [InlineData("OpenClaw.Agents.OpenAI", "openai-responses")]
    [InlineData("OpenClaw.Agents.Anthropic", "anthropic-messages")]
    [InlineData("OpenClaw.Agents.Ollama", "ollama")]
    public async Task Plugins_of_other_formats_are_gone_after_answers_and_failures(string assembly, string api)
    {
        Dialect dialect = api switch { "ollama" => new OllamaDialect(), "openai-responses" => new ResponsesDialect(), _ => new AnthropicDialect() };
        await using var server = await FakeChatCompletions.StartAsync(
            dialect.Hello(), dialect.Send(dialect.Text("hi")), Replies.Status(429, "{}"));

        await AssertGoneAsync(await UseAsync(assembly, api, server.BaseUrl));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> UseAsync(string assembly, string api, Uri address)
    {
        var context = new PluginContext(assembly);
        using var scope = new TestScope();
        var settings = new AgentProviderSettings { Id = "far", BaseUrl = address, ApiKey = FarEnd.ApiKey };
        var provider = TestPluginBuilder.Build(context.Create(), api, settings, scope);
        await provider.AskAsync(FarEnd.Question);
        await provider.FailAsync(FarEnd.Question);
        await provider.FailAsync(FarEnd.Question);
        return Unload(context);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> UseOfflineAsync()
    {
        var context = new PluginContext("OpenClaw.Agents.Offline");
        using var scope = new TestScope(settings: """{"wordDelayMs":1}""");
        var provider = TestPluginBuilder.Build(context.Create(), scope);
        Assert.NotSame(typeof(Agents.Offline.OfflinePlugin).Assembly, provider.GetType().Assembly);
        var request = new ModelRequest { Model = "echo", Messages = [ModelMessage.User("say 3 words\nuse tool x")] };
        await provider.AskAsync(request);
        await provider.FailAsync(request with { Messages = [ModelMessage.User("fail with network")] });
        return Unload(context);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> UseOpenAiAsync(Uri address)
    {
        var context = new PluginContext("OpenClaw.Agents.OpenAI");
        using var scope = new TestScope();
        var settings = new AgentProviderSettings { Id = "far", BaseUrl = address, ApiKey = FarEnd.ApiKey };
        var provider = TestPluginBuilder.Build(context.Create(), "openai-completions", settings, scope);
        await provider.AskAsync(FarEnd.Question);
        await provider.FailAsync(FarEnd.Question);
        await provider.FailAsync(FarEnd.Question);
        Assert.Single(await provider.ListModelsAsync(CancellationToken.None));
        return Unload(context);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Unload(PluginContext context)
    {
        var proof = new WeakReference(context);
        context.Unload();
        return proof;
    }

    private static async Task AssertGoneAsync(WeakReference context)
    {
        for (var i = 0; i < MaxCollections && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Assert.False(context.IsAlive, "Something outside the plugin still holds its load context.");
    }
}

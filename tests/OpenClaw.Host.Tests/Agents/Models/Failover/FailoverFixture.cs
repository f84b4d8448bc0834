using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Configuration.Model.Models;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents.Models.Failover;

/// <summary>Two configured models, one behind the other.</summary>
internal sealed class FailoverFixture : IAsyncDisposable
{
    private FailoverFixture(AgentFixture agents, FakeAgentProvider first, FakeAgentProvider second)
    {
        Agents = agents;
        First = first;
        Second = second;
    }

    public AgentFixture Agents { get; }

    public FakeAgentProvider First { get; }

    public FakeAgentProvider Second { get; }

    public static async Task<FailoverFixture> StartAsync(string[]? fallbacks = null, string key = "key-one", string? directory = null)
    {
        var first = new FakeAgentProvider { Id = "one" };
        var second = new FakeAgentProvider { Id = "two" };
        var config = new OpenClawConfig
        {
            Agents = new AgentsConfig
            {
                Defaults = new AgentDefaultsConfig { Model = new ModelSelection { Primary = "one/m", Fallbacks = fallbacks ?? ["two/m"] } },
            },
            Models = new ModelsConfig { Providers = new Dictionary<string, ModelProviderConfig> { ["one"] = Entry("one", key), ["two"] = Entry("two", "key-two") } },
        };
        var agents = await AgentFixture.StartAsync(config, directory: directory, add: services =>
            services.Replace(ServiceDescriptor.Singleton<IAgentProviders>(new FakeAgentProviders(first, second))));
        return new FailoverFixture(agents, first, second);
    }

    /// <summary>Sends a message, lets time pass, and gives the last event of the run with the time it took.</summary>
    public async Task<(JsonElement Last, TimeSpan Took)> SayAsync(string runId, string message = "hi")
    {
        var started = Agents.Time.GetUtcNow();
        await Agents.SendAsync(message, runId);
        await Agents.Time.AdvanceUntilAsync(EndAsync(runId), TimeSpan.FromMilliseconds(500));
        return (Agents.Events.Of(runId).Last(static one => one.Event == "chat").Payload, Agents.Time.GetUtcNow() - started);
    }

    /// <summary>Sends a message whose run needs no time, and gives the last event of the run.</summary>
    public async Task<JsonElement> SayAtOnceAsync(string runId)
    {
        await Agents.SendAsync("hi", runId);
        await Agents.EndOfAsync(runId);
        return Agents.Events.Of(runId).Last(static one => one.Event == "chat").Payload;
    }

    public ValueTask DisposeAsync() => Agents.DisposeAsync();

    private async Task<bool> EndAsync(string runId)
    {
        await Agents.EndOfAsync(runId);
        return true;
    }

    private static ModelProviderConfig Entry(string id, string key) => new()
    {
        Id = id,
        BaseUrl = "http://127.0.0.1:1",
        ApiKey = Secret.From(key),
        Models = [new ModelDefinition { Id = "m", Name = "M" }],
    };
}

using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Agents;
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

    /// <summary>The keys of the first provider in the order in which they were used.</summary>
    public IReadOnlyList<string> Keys => [.. Used];

    private ConcurrentQueue<string> Used { get; init; } = [];

    public static async Task<FailoverFixture> StartAsync(string[]? fallbacks = null, string key = "key-one", string? directory = null, string[]? keys = null)
    {
        var first = new FakeAgentProvider { Id = "one" };
        var second = new FakeAgentProvider { Id = "two" };
        var config = new OpenClawConfig
        {
            Agents = new AgentsConfig
            {
                Defaults = new AgentDefaultsConfig { Model = new ModelSelection { Primary = "one/m", Fallbacks = fallbacks ?? ["two/m"] } },
            },
            Models = new ModelsConfig { Providers = new Dictionary<string, ModelProviderConfig> { ["one"] = Entry("one", key) with { Credentials = [.. (keys ?? []).Select(static name => new ProviderCredential(name, Secret.From($"key of {name}")))] }, ["two"] = Entry("two", "key-two") } },
        };
        var providers = new KeyedProviders(first, second);
        var agents = await AgentFixture.StartAsync(config, directory: directory, add: services =>
            services.Replace(ServiceDescriptor.Singleton<IAgentProviders>(providers)));
        return new FailoverFixture(agents, first, second) { Used = providers.Used };
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

    private sealed class KeyedProviders(params IAgentProvider[] providers) : IAgentProviders
    {
        private readonly FakeAgentProviders _providers = new(providers);

        public ConcurrentQueue<string> Used { get; } = [];

        public IReadOnlyList<string> Ids => _providers.Ids;

        public ValueTask<IAgentProvider?> FindAsync(string id, CancellationToken cancellationToken) => _providers.FindAsync(id, cancellationToken);

        public ValueTask<IAgentProvider?> FindAsync(string id, ProviderCredential? credential, CancellationToken cancellationToken)
        {
            if (credential is not null)
                Used.Enqueue(credential.Name);
            return FindAsync(id, cancellationToken);
        }
    }
}

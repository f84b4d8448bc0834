using System.Text.Json;
using OpenClaw.Host.Agents.SystemEvents;
using OpenClaw.Host.Scheduling.Engine;
using OpenClaw.Host.Scheduling.Wakes;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Scheduling;

/// <summary>Scheduling above agents that a test scripts, on a database and a clock of its own.</summary>
internal sealed class SchedulingFixture : IAsyncDisposable
{
    private readonly List<Microsoft.Extensions.Hosting.IHostedService> _started = [];

    private SchedulingFixture(AgentFixture agents) => Agents = agents;

    public AgentFixture Agents { get; }

    public ManualClock Time => Agents.Time;

    public FakeAgentProvider Model => Agents.Model;

    public static async Task<SchedulingFixture> CreateAsync(
        string? directory = null, string cron = "{}", Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? add = null)
    {
        var config = AgentFixture.Config with { Raw = JsonElement.Parse($$"""{"cron":{{cron}}}""") };
        return new SchedulingFixture(await AgentFixture.StartAsync(config, directory: directory, add: add));
    }

    /// <summary>Starts what a process starts, in its order.</summary>
    public async Task<SchedulingFixture> RunAsync()
    {
        await Agents.Runtime.ResumeAsync(CancellationToken.None);
        foreach (var service in Agents.GetAll<Microsoft.Extensions.Hosting.IHostedService>().Where(static one => one is CronScheduler or WakeLoop))
        {
            await service.StartAsync(CancellationToken.None);
            _started.Add(service);
        }

        return this;
    }

    /// <summary>Starts one more loop.</summary>
    public async Task StartAsync<T>()
        where T : Microsoft.Extensions.Hosting.IHostedService
    {
        var service = Agents.GetAll<Microsoft.Extensions.Hosting.IHostedService>().OfType<T>().Single();
        await service.StartAsync(CancellationToken.None);
        _started.Add(service);
    }

    public Task<JsonElement> AskAsync(string method, string parameters) => Agents.AskAsync(method, parameters);

    public async Task<string> AddAsync(string job) => (await AskAsync("cron.add", job)).GetProperty("id").GetString()!;

    /// <summary>Moves time on until the job has ended so many runs, and gives them, newest first.</summary>
    public async Task<JsonElement> RunsAsync(string jobId, int count, TimeSpan? step = null)
    {
        async Task<JsonElement> EndedAsync()
        {
            await Agents.Events.UntilCountAsync("cron", payload => IsEndOf(payload, jobId), count);
            return (await AskAsync("cron.runs", $$"""{"id":"{{jobId}}"}""")).GetProperty("entries");
        }

        return await Time.AdvanceUntilAsync(EndedAsync(), step ?? TimeSpan.FromSeconds(1));
    }

    public async Task<IReadOnlyList<string>> WaitingEventsAsync(string sessionKey = "agent:main:main") =>
        [.. (await Agents.Get<SystemEventQueue>().OfAsync(sessionKey, CancellationToken.None)).Select(static one => one.Text)];

    /// <summary>Leaves everything as a process does that is killed.</summary>
    public async Task KillAsync()
    {
        await Agents.AbandonAsync();
        foreach (var service in _started)
            await service.StopAsync(CancellationToken.None);
        _started.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Enumerable.Reverse(_started))
            await service.StopAsync(CancellationToken.None);
        await Agents.DisposeAsync();
    }

    private static bool IsEndOf(JsonElement payload, string jobId) =>
        payload.GetProperty("jobId").GetString() == jobId && payload.GetProperty("action").GetString() == "finished";
}

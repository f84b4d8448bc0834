using OpenClaw.Agents;
using OpenClaw.Host.Plugins.Budgets;
using OpenClaw.Host.Plugins.Faults;

namespace OpenClaw.Host.Tests.Plugins.Budgets;

/// <summary>No plugin can use up what others need.</summary>
public sealed class PluginBudgetTests
{
    [Fact]
    [Trait("Threat", "PLG-16")]
    public async Task Calls_beyond_the_places_wait_and_those_beyond_the_queue_are_refused()
    {
        await using var plugins = await new PluginTestHost().With("hazard").Limit("hazard", new() { MaxConcurrentCalls = 3, Queue = 1 }).StartAsync();
        Task<string>[] inside = [ActAsync(plugins, "enter"), ActAsync(plugins, "enter")];
        await UntilAsync(() => plugins.Status("hazard").Usage!.Calls == 2);
        var third = ActAsync(plugins, "enter");
        await UntilAsync(() => plugins.Status("hazard").Usage!.Calls == 3);
        var waiting = ActAsync(plugins, "inside");
        await UntilAsync(() => plugins.Status("hazard").Usage!.WaitingCalls == 1);

        var thrown = await Assert.ThrowsAsync<PluginLimitException>(() => ActAsync(plugins, "inside"));

        Assert.Equal(
            "Plugin hazard is at its limit: 3 calls are inside and 1 wait. Raise plugins.entries.hazard.limits.maxConcurrentCalls (now 3) if that is meant to be.",
            thrown.Message);
        Assert.Equal(1, plugins.Status("hazard").Usage!.RefusedCalls);
        Assert.Equal(("hazard", "maxConcurrentCalls", 1), Assert.Single(plugins.Environment.Refusals.All));
        Assert.False(waiting.IsCompleted);
        Assert.All([.. inside, third], static one => Assert.False(one.IsCompleted));
    }

    [Fact]
    [Trait("Threat", "PLG-12")]
    public async Task A_call_that_hangs_keeps_its_place_so_that_such_calls_cannot_pile_up()
    {
        await using var plugins = await new PluginTestHost { Timeout = TimeSpan.FromSeconds(3) }
            .With("hazard").Limit("hazard", new() { MaxConcurrentCalls = 2, Queue = 0, CallTimeout = TimeSpan.FromMilliseconds(100) }).StartAsync();

        await Assert.ThrowsAsync<PluginFaultException>(() => ActAsync(plugins, "hang"));
        await Assert.ThrowsAsync<PluginFaultException>(() => ActAsync(plugins, "hang"));

        await Assert.ThrowsAsync<PluginLimitException>(() => ActAsync(plugins, "hang"));
        Assert.Equal((2, 2), (plugins.Status("hazard").Usage!.Calls, plugins.Status("hazard").Usage!.MissedDeadlines));
    }

    [Fact]
    public async Task A_model_provider_at_its_limit_is_overloaded_so_that_another_can_take_over()
    {
        await using var plugins = await new PluginTestHost().With("good").Limit("good", new() { MaxConcurrentCalls = 1, Queue = 0 }).StartAsync();
        using var place = await plugins.Host.Current.Tools["good_acts"].Owner.Calls.EnterAsync(default);

        var thrown = await Assert.ThrowsAsync<ModelException>(() => plugins.Host.Current.Providers["good"].Provider.ListModelsAsync(default).AsTask());

        Assert.Equal(ModelFailure.Overloaded, thrown.Failure);
    }

    [Fact]
    [Trait("Threat", "PLG-16")]
    public async Task Messages_beyond_the_rate_wait_and_a_flood_ends_in_quarantine()
    {
        await using var plugins = await new PluginTestHost().With("hazard").Limit("hazard", new() { SendsPerSecond = 10, Queue = 5 }).StartAsync();
        var calls = plugins.Host.Current.Tools["hazard_act"].Owner.Calls;
        var due = new TaskCompletionSource();
        plugins.Environment.Quarantine.Due += () => due.TrySetResult();
        List<Task> sent = [];

        for (var message = 0; message < 1_000; message++)
            sent.Add(calls.PaceAsync(default).AsTask());

        await due.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.InRange(sent.Count(static one => one.IsCompletedSuccessfully), 10, 12);
        Assert.InRange(sent.Count(static one => !one.IsFaulted), 15, 20);
        var refusal = Assert.IsType<PluginLimitException>(sent[^1].Exception!.InnerException);
        Assert.Contains("hands over more than 10 messages a second", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(plugins.Status("hazard").Usage!.RefusedSends, 980, 985);
    }

    [Fact]
    public void A_second_without_messages_gives_room_for_a_second_of_them_and_no_more()
    {
        var clock = new ManualClock();
        var rate = new SendRate(10, maxWaiting: 0, clock);
        clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(10, Enumerable.Range(0, 100).Count(_ => rate.TryTake(out var wait) && wait == TimeSpan.Zero));
        clock.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal(5, Enumerable.Range(0, 100).Count(_ => rate.TryTake(out var wait) && wait == TimeSpan.Zero));
    }

    [Fact]
    public async Task Other_limits_are_a_new_generation()
    {
        await using var plugins = await new PluginTestHost().With("hazard").StartAsync();
        plugins.Limit("hazard", new() { MaxConcurrentCalls = 7 });

        await plugins.ApplyAsync();

        Assert.Equal((2, 7), (plugins.Status("hazard").Generation, plugins.Status("hazard").Usage!.Limits.MaxConcurrentCalls));
        Assert.True(plugins.Status("hazard").Usage!.MemoryEstimate > 0);
    }

    private static Task<string> ActAsync(PluginTestHost plugins, string act) => plugins.CallAsync("hazard_act", new { act });

    private static async Task UntilAsync(Func<bool> reached)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!reached())
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}

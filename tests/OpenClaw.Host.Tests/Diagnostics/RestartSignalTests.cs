using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Tests.Configuration.Reload;

namespace OpenClaw.Host.Tests.Diagnostics;

public sealed class RestartSignalTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly TestLifetime _lifetime = new();

    [Fact]
    public async Task Several_requests_are_one_and_the_earliest_counts()
    {
        using var signal = new RestartSignal(_lifetime, _clock);
        signal.Request(TimeSpan.FromMinutes(5));
        signal.Request(TimeSpan.FromSeconds(2));
        signal.Request(TimeSpan.FromMinutes(1));
        await _clock.WhenTimerDueIn(TimeSpan.FromSeconds(2));

        _clock.Advance(TimeSpan.FromSeconds(2));

        await _lifetime.Stopping;
        Assert.True(signal.IsRequested);
    }

    [Fact]
    public async Task After_a_restart_the_next_one_waits_for_the_cool_down()
    {
        var history = new RestartHistory { Last = _clock.GetUtcNow() };
        using var signal = new RestartSignal(_lifetime, _clock, history);
        _clock.Advance(TimeSpan.FromSeconds(10));

        signal.Request(TimeSpan.Zero);

        await _clock.WhenTimerDueIn(TimeSpan.FromSeconds(20));
        Assert.False(signal.IsRequested);
        _clock.Advance(TimeSpan.FromSeconds(20));
        await _lifetime.Stopping;
        Assert.Equal(_clock.GetUtcNow(), history.Last);
    }

    [Fact]
    public void A_restart_for_a_change_can_be_taken_back_and_one_that_somebody_asked_for_cannot()
    {
        using var signal = new RestartSignal(_lifetime, _clock);
        signal.RequestForChange(TimeSpan.FromMinutes(1));
        signal.Withdraw();
        Assert.False(signal.IsArmed);

        signal.RequestForChange(TimeSpan.FromMinutes(1));
        signal.Request(TimeSpan.FromMinutes(2));
        signal.Withdraw();
        Assert.True(signal.IsArmed);
    }

    [Fact]
    public async Task A_gateway_that_is_better_off_as_it_is_stays_up_and_can_be_asked_again()
    {
        var preparation = new Preparation(answers: [false, true]);
        using var signal = new RestartSignal(_lifetime, TimeProvider.System, new RestartHistory(), preparation);
        signal.Request(TimeSpan.Zero);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (signal.IsArmed)
            await Task.Delay(1, patience.Token);
        Assert.False(signal.IsRequested);

        signal.Request(TimeSpan.Zero);
        await _lifetime.Stopping;
    }

    public void Dispose() => _lifetime.Dispose();

    private sealed class Preparation(bool[] answers) : IRestartPreparation
    {
        private int _asked;

        public Task<bool> PrepareAsync(CancellationToken cancellationToken) => Task.FromResult(answers[_asked++]);
    }
}

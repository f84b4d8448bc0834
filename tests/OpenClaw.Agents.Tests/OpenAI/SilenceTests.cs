using OpenClaw.Agents.Tests.TestKit;

namespace OpenClaw.Agents.Tests.OpenAI;

public sealed class SilenceTests
{
    private readonly ManualClock _clock = new();
    private readonly TaskCompletionSource _hungUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_far_end_that_never_begins_is_given_up()
    {
        await using var far = await FarEnd.StartAsync(_clock, Short, Replies.EventsThenSilence(_hungUp));
        var failing = far.Provider.FailAsync(FarEnd.Question);
        await far.Server.Arrived.WaitAsync(TimeSpan.FromSeconds(10));

        var (failure, _) = await _clock.AdvanceUntilAsync(failing, TimeSpan.FromSeconds(3));

        Assert.Equal(ModelFailure.Network, failure.Failure);
        Assert.Contains("nothing for 3 seconds", failure.Message, StringComparison.Ordinal);
        await _hungUp.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_far_end_that_falls_silent_is_given_up()
    {
        await using var far = await FarEnd.StartAsync(_clock, Short, Replies.EventsThenSilence(_hungUp, Replies.Text("hi")));
        await using var answer = far.Provider.StreamAsync(FarEnd.Question, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await answer.MoveNextAsync());

        var failure = await Assert.ThrowsAsync<ModelException>(
            () => _clock.AdvanceUntilAsync(answer.MoveNextAsync().AsTask(), TimeSpan.FromSeconds(5)));

        Assert.Equal(ModelFailure.Network, failure.Failure);
        Assert.Contains("nothing for 5 seconds", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_reader_is_not_taken_for_a_silent_far_end()
    {
        await using var far = await FarEnd.StartAsync(_clock, Short, Replies.Hello());
        await using var answer = far.Provider.StreamAsync(FarEnd.Question, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await answer.MoveNextAsync());

        _clock.Advance(TimeSpan.FromHours(1));

        var last = answer.Current;
        while (await answer.MoveNextAsync())
            last = answer.Current;
        Assert.IsType<ModelStopped>(last);
    }

    [Fact]
    [Trait("Threat", "NET-10")]
    public async Task An_error_body_that_never_ends_does_not_hide_the_status()
    {
        await using var far = await FarEnd.StartAsync(_clock, PatientAtFirst, context =>
        {
            context.Response.StatusCode = 429;
            return Replies.EventsThenSilence(_hungUp, "wait")(context);
        });

        var (failure, _) = await _clock.AdvanceUntilAsync(far.Provider.FailAsync(FarEnd.Question), TimeSpan.FromSeconds(1));

        Assert.Equal(ModelFailure.RateLimited, failure.Failure);
    }

    private static AgentProviderSettings Short(AgentProviderSettings settings) =>
        settings with { FirstByteTimeout = TimeSpan.FromSeconds(3), IdleTimeout = TimeSpan.FromSeconds(5) };

    private static AgentProviderSettings PatientAtFirst(AgentProviderSettings settings) =>
        settings with { FirstByteTimeout = TimeSpan.FromHours(2), IdleTimeout = TimeSpan.FromSeconds(5) };
}

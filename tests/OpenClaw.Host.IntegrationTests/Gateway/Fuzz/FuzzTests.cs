using OpenClaw.Bench.Fuzz;
using OpenClaw.Host.IntegrationTests.Conformance;

namespace OpenClaw.Host.IntegrationTests.Gateway.Fuzz;

/// <summary>A few seconds of what <c>bench</c> does for minutes: mutated recordings against every room that they reach.</summary>
public sealed class FuzzTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    [Theory]
    [Trait("Threat", "WS-35")]
    [InlineData(20_261)]
    [InlineData(20_262)]
    public async Task Mutants_of_recorded_frames_break_nothing_and_are_all_answered(int seed)
    {
        await using var conformance = await ConformanceGateway.StartAsync();
        var gateway = conformance.Gateway;
        var corpus = FrameCorpus.Load(Path.Combine(AppContext.BaseDirectory, "golden"));
        var tally = new FuzzTally();
        using var stop = new CancellationTokenSource(Duration);

        var fuzzer = new Fuzzer(new Uri($"ws://127.0.0.1:{gateway.Port}"), TestGateway.Token, corpus, tally, seed)
        {
            // These fail and wait on purpose, for other tests.
            Avoids = static method => method is TestMethods.Failing or TestMethods.Waiting,
        };
        await fuzzer.RunAsync(stop.Token);

        Assert.True(tally is { Faults: 0, Unanswered: 0 }, string.Join(Environment.NewLine, tally.Examples));
        Assert.InRange(tally.Outcomes, 30, int.MaxValue);
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await FrameTests.AssertAliveAsync(client);
    }
}

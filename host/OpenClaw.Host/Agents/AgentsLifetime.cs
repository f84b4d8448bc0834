namespace OpenClaw.Host.Agents;

/// <summary>Starts after the plugins and stops before them: takes up what was left, and lets runs finish in the end.</summary>
internal sealed class AgentsLifetime(AgentRuntime runtime, AgentLimits limits, TimeProvider time) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => runtime.ResumeAsync(cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(limits.DrainPatience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        await runtime.StopAsync(linked.Token);
    }
}

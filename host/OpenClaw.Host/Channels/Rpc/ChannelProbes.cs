using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Asks platforms whether accounts work. One that does not answer holds up no other.</summary>
internal sealed class ChannelProbes(ChannelAccounts accounts, ChannelCalls calls, TimeProvider time)
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static TimeSpan PatienceOf(long? milliseconds) =>
        milliseconds is { } asked and > 0 ? TimeSpan.FromMilliseconds(Math.Min(asked, (long)Longest.TotalMilliseconds)) : Usual;

    public async Task<IReadOnlyList<ChannelAccountStatus>> AskAsync(
        string channelId, IReadOnlyList<ChannelAccountStatus> states, TimeSpan patience, CancellationToken cancellationToken) =>
        await Task.WhenAll(states.Select(state => AskAsync(channelId, state, patience, cancellationToken)));

    private async Task<ChannelAccountStatus> AskAsync(string channelId, ChannelAccountStatus state, TimeSpan patience, CancellationToken cancellationToken)
    {
        // One that does not run has said why already.
        if (accounts.Find(new AccountKey(channelId, state.AccountId))?.Made is not { } made)
            return state;
        var began = time.GetTimestamp();
        var probe = await AskAsync(made, patience, cancellationToken);
        return probe is null ? state : state with
        {
            LastProbeAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
            Probe = new ChannelProbeReport(
                probe.IsWorking,
                calls.Clean(probe.Error),
                (long)time.GetElapsedTime(began).TotalMilliseconds,
                probe.AccountId is null && probe.AccountName is null ? null : new ProbedBot(calls.Clean(probe.AccountId), calls.Clean(probe.AccountName))),
        };
    }

    private async Task<ChannelProbe?> AskAsync(Host.Plugins.Contributions.CreatedChannel made, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.CallAsync(
                made,
                "probe",
                static async (channel, token) => channel is IChannelProbe probe ? await probe.ProbeAsync(token) : null,
                patience,
                cancellationToken);
        }
        catch (Exception error) when (error is ChannelException or PluginFaultException or PluginStoppedException or TimeoutException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            return new ChannelProbe(false, error.Message);
        }
    }
}

using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Diagnostics.Health;

namespace OpenClaw.Host.Channels.Health;

/// <summary>
/// A channel is ready while its accounts are connected, or have not had the time to be. One that waits for a person to log in is no reason
/// to start the gateway again, and neither is one that was switched off.
/// </summary>
internal sealed class ChannelReadiness(ChannelAccounts accounts, AccountLimits limits, TimeProvider time) : IReadinessProbe
{
    public string Name => "channels";

    public ReadinessResult Check() =>
        CheckEach().Select(static one => one.Value).FirstOrDefault(static result => !result.IsReady) ?? ReadinessResult.Ready;

    public IEnumerable<KeyValuePair<string, ReadinessResult>> CheckEach() => accounts.All
        .GroupBy(static runner => runner.Key.Channel, StringComparer.Ordinal)
        .Select(channel => KeyValuePair.Create(channel.Key, Of(channel)));

    private ReadinessResult Of(IEnumerable<AccountRunner> runners)
    {
        var broken = runners.FirstOrDefault(runner => IsBroken(runner.State));
        return broken is null ? ReadinessResult.Ready : ReadinessResult.NotReady($"account {broken.Key.Account}: {broken.State.LastError ?? "it does not connect"}");
    }

    private bool IsBroken(AccountState state) =>
        (state.Phase == AccountPhase.Failed && !state.NeedsLogin) || (state.SearchingSince is { } since && time.GetUtcNow() - since > limits.ConnectGrace);
}

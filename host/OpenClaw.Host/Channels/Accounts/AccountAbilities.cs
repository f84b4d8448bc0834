using OpenClaw.Host.Plugins.Budgets;

namespace OpenClaw.Host.Channels.Accounts;

/// <summary>Calls what accounts can do beyond sending: further interfaces of the channel's object.</summary>
internal sealed class AccountAbilities(ChannelAccounts accounts, ChannelCalls calls)
{
    /// <exception cref="AbilityException">The channel was not asked: the account does not run, cannot, or is busy.</exception>
    /// <exception cref="Exception">What the channel threw, safe to show.</exception>
    public async Task<T> CallAsync<TAbility, T>(
        AccountKey account, string what, Func<TAbility, CancellationToken, Task<T>> call, TimeSpan patience, CancellationToken cancellationToken)
        where TAbility : class
    {
        if (accounts.Find(account) is not { State.CanBeAsked: true, Made: { } made })
            throw new AbilityException(AbilityProblem.NotRunning, $"account {account.Account} of channel {account.Channel} does not run; channels.status says why");
        PluginPlace place;
        try
        {
            place = await made.Channel.Calls.EnterAsync(cancellationToken);
        }
        catch (PluginLimitException)
        {
            throw new AbilityException(AbilityProblem.Busy, $"the plugin of channel {account.Channel} has too many calls already");
        }

        var (isAble, result) = await calls.CallAsync(
            made,
            what,
            async (channel, token) => channel is TAbility able ? (true, await call(able, token)) : (false, default(T)!),
            patience,
            cancellationToken,
            place);
        return isAble ? result : throw new AbilityException(AbilityProblem.Unsupported, $"Channel {account.Channel} does not support action {what}.");
    }
}

using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Says how accounts are doing, from what was seen of them.</summary>
internal sealed class ChannelStatuses(ChannelBoard board, ChannelAccounts accounts, AccountInboxes inboxes, BotLoops loops)
{
    public IReadOnlyList<ChannelAccountStatus> Of(string channelId) =>
        [.. board.AccountsOf(channelId).Select(account => Of(board.AccountOf(channelId, account)))];

    public IEnumerable<ChannelIssue> Issues(string channelId) =>
        from account in board.AccountsOf(channelId).Select(account => board.AccountOf(channelId, account))
        where account.IsEnabled
        let state = accounts.Find(account.Key)?.State ?? AccountState.Initial
        from issue in new[] { IssueOf(account, state) }.Concat(loops.Broken(account.Key).Select(chat => LoopOf(account, chat)))
        where issue is not null
        select issue;

    private static ChannelIssue LoopOf(ConfiguredAccount account, string chat) =>
        new(account.Channel, account.Account.Value, "bot-loop", $"another bot and this one answer each other in chat {chat}; it is not heard for a while (botLoopProtection)");

    private ChannelAccountStatus Of(ConfiguredAccount account)
    {
        var state = accounts.Find(account.Key)?.State ?? AccountState.Initial;
        var contact = Ms(state.Seen?.LastContactAt);
        return new ChannelAccountStatus
        {
            AccountId = account.Account.Value,
            Name = state.Seen?.AccountName,
            Enabled = account.IsEnabled,
            Configured = state.Seen?.IsConfigured ?? true,
            Running = state.Phase == AccountPhase.Running && state.Seen is not { IsTerminal: true },
            Connected = state.IsConnected,
            Linked = state.Seen?.Linked,
            StatusState = StatusStateOf(state),
            HealthState = state.Seen?.Health,
            TerminalDisconnect = state.Seen is { IsTerminal: true, LastDisconnect: not null } ? true : null,
            LastDisconnect = state.Seen?.LastDisconnect is { } end ? new(end.At.ToUnixTimeMilliseconds(), end.Status, end.Reason, end.LoggedOut) : null,
            Lifecycle = LifecycleOf(state),
            RestartPending = state.Phase == AccountPhase.Waiting,
            ReconnectAttempts = state.Attempts,
            LastStartAt = Ms(state.StartedAt),
            LastStopAt = Ms(state.StoppedAt),
            LastConnectedAt = Ms(state.ConnectedAt),
            LastEventAt = contact,
            LastTransportActivityAt = contact,
            LastInboundAt = Ms(inboxes.Of(account.Key).LastArrivalAt),
            LastError = state.LastError,
            Mode = state.Seen?.Mode,
        };
    }

    private static string LifecycleOf(AccountState state) => state.Phase switch
    {
        AccountPhase.Stopped => "stopped",
        AccountPhase.Starting => "starting",
        AccountPhase.Failed => "blocked",
        AccountPhase.Waiting => "reconnecting",
        _ => state.Seen?.State switch
        {
            ChannelState.Running => "ready",
            ChannelState.NeedsLogin or ChannelState.Failed => "blocked",
            _ => "reconnecting",
        },
    };

    private static string? StatusStateOf(AccountState state) => state.Seen?.Linked switch
    {
        null => null,
        _ when state.NeedsLogin => "not-linked",
        true => state.IsConnected ? "linked" : "unstable",
        false => "not-linked",
    };

    private static ChannelIssue? IssueOf(ConfiguredAccount account, AccountState state)
    {
        if (state.NeedsLogin)
            return new ChannelIssue(account.Channel, account.Account.Value, "auth", state.LastError ?? "the account must log in");
        return state.IsLeft || state.Phase == AccountPhase.Waiting
            ? new ChannelIssue(account.Channel, account.Account.Value, "runtime", state.LastError ?? "the account does not run")
            : null;
    }

    private static long? Ms(DateTimeOffset? moment) => moment?.ToUnixTimeMilliseconds();
}

using System.Collections.Concurrent;
using OpenClaw.Host.Channels.Accounts;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>The inbox of every account; one for each the configuration has.</summary>
internal sealed class AccountInboxes(InboxStore store, InboxSignal signal, MessageCleaner cleaner, MediaShelf media, InboxLimits limits, TimeProvider time)
{
    private readonly ConcurrentDictionary<AccountKey, AccountInbox> _inboxes = [];

    public AccountInbox Of(AccountKey account) =>
        _inboxes.GetOrAdd(account, key => new AccountInbox(key, store, signal, cleaner, media, limits, time));
}

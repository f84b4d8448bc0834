using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Outbox.Sending;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Channels.Messages;

/// <summary>What clients may ask a platform about: messages of a chat, people, chats.</summary>
internal sealed class ChannelLookups(AccountAbilities abilities, ChannelBoard board, ChannelAccounts accounts)
{
    private const int MaxPosts = 100;
    private const int MaxFound = 200;
    private const int Usual = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async ValueTask<ActionResult> ReadAsync(RpcCall call, ActionParams parameters, OutboundTarget target, CancellationToken cancellationToken)
    {
        var query = new HistoryQuery(LimitOf(parameters, MaxPosts), parameters.Text("before"), parameters.Text("after"));
        var chat = new ChatAddress(target.ChatId, target.Kind, target.ThreadId);
        var posts = await AskAsync<IChannelHistory, IReadOnlyList<ChannelPost>>(
            call, parameters, new AccountKey(target.Channel, target.AccountId), (history, token) => history.ReadAsync(chat, query, token), cancellationToken);
        return new ActionResult
        {
            Action = parameters.Action,
            Channel = target.Channel,
            AccountId = target.AccountId,
            ChatId = target.ChatId,
            Messages = [.. posts.Take(MaxPosts).Select(ReadMessage.Of)],
        };
    }

    public async ValueTask<ActionResult> FindAsync(RpcCall call, ActionParams parameters, CancellationToken cancellationToken)
    {
        var key = new AccountKey(parameters.Channel, parameters.AccountId?.ToLowerInvariant() ?? board.DefaultAccountOf(parameters.Channel));
        var result = new ActionResult { Action = parameters.Action, Channel = key.Channel, AccountId = key.Account };
        var (query, limit) = (parameters.Text("query") ?? "", LimitOf(parameters, MaxFound));
        switch (parameters.Text("kind"))
        {
            case "self":
                var probe = await AskAsync<IChannelProbe, ChannelProbe>(call, parameters, key, static (able, token) => able.ProbeAsync(token), cancellationToken);
                return probe.IsWorking
                    ? result with { Self = new FoundUser(probe.AccountId, accounts.Find(key)?.State.Seen?.AccountName, probe.AccountName) }
                    : throw RpcException.Unavailable($"{call.Method}: {probe.Error}");
            case "peers":
                var users = await AskAsync<IChannelDirectory, IReadOnlyList<ChatUser>>(
                    call, parameters, key, (directory, token) => directory.FindUsersAsync(query, limit, token), cancellationToken);
                return result with { Users = [.. users.Take(limit).Select(FoundUser.Of)] };
            case "groups":
                var chats = await AskAsync<IChannelDirectory, IReadOnlyList<ChatAddress>>(
                    call, parameters, key, (directory, token) => directory.FindChatsAsync(query, limit, token), cancellationToken);
                return result with { Chats = [.. chats.Take(limit).Select(FoundChat.Of)] };
            case "members":
                var group = new ChatAddress(parameters.Text("groupId", "target") ?? throw ActionParams.Wrong("groupId is missing: say which group is meant"), ChatKind.Group);
                var members = await AskAsync<IChannelMembers, IReadOnlyList<ChatUser>>(
                    call, parameters, key, (able, token) => able.ListMembersAsync(group, limit, token), cancellationToken);
                return result with { ChatId = group.ChatId, Users = [.. members.Take(limit).Select(FoundUser.Of)] };
            case var kind:
                throw ActionParams.Wrong($"kind is \"{kind}\"; it must be self, peers, groups or members");
        }
    }

    private async Task<T> AskAsync<TAbility, T>(
        RpcCall call, ActionParams parameters, AccountKey account, Func<TAbility, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
        where TAbility : class
    {
        try
        {
            return await abilities.CallAsync(account, parameters.Action, ask, Patience, cancellationToken);
        }
        catch (AbilityException error) when (error.Problem == AbilityProblem.Unsupported)
        {
            throw RpcException.InvalidRequest(error.Message);
        }
        catch (Exception error) when (error is not (RpcException or OperationCanceledException))
        {
            // The border to the plugin; what comes out of it is safe to show.
            throw RpcException.Unavailable($"{call.Method}: {error.Message}", retryable: error is AbilityException);
        }
    }

    private static int LimitOf(ActionParams parameters, int most) => parameters.Number("limit") switch
    {
        null => Math.Min(Usual, most),
        >= 1 and var asked when asked <= most => (int)asked,
        var asked => throw ActionParams.Wrong($"limit is {asked}; it must be 1 to {most}"),
    };
}

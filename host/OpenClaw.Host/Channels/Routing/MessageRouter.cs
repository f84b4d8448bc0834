using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Sessions;
using OpenClaw.Host.Sessions;

namespace OpenClaw.Host.Channels.Routing;

/// <summary>Finds the agent and the session of a received message. The model has no say in it.</summary>
internal sealed class MessageRouter(ChannelBoard board, IConfigSource configuration, SessionKeyParser keys)
{
    /// <exception cref="SessionKeyException">The message cannot be routed: the binding that is missing is named.</exception>
    public SessionAddress Of(AccountKey account, ReceivedMessage message)
    {
        var config = configuration.Current;
        var binding = Find(account, message, config.Raw);
        var topic = GroupEntry.Of(board.AccountOf(account.Channel, account.Account).Settings.Member("groups"), message.ChatId, message.ThreadId).AgentId;
        if (binding is null && topic is null && config.Agents.List.Count > 1 && Binding.All(config.Raw).Count > 0 && !config.Agents.List.Any(static agent => agent.IsDefault))
        {
            throw new SessionKeyException(
                $"no binding matches {account}, and there are several agents: add an entry with match.channel \"{account.Channel}\" to bindings, or set default on one agent");
        }

        var agent = topic ?? binding?.AgentId ?? config.Agents.DefaultAgent.Id;
        return keys.Parse(SessionKeys.Of(agent, account, message, ScopesOf(config, binding)), agent);
    }

    private Binding? Find(AccountKey account, ReceivedMessage message, JsonElement raw)
    {
        var byDefault = board.DefaultAccountOf(account.Channel);
        // OrderBy keeps the order of the file among equals.
        return Binding.All(raw)
            .Select(binding => (binding, rank: binding.Rank(account.Channel, account.Account, byDefault, message)))
            .Where(static one => one.rank is not null)
            .OrderByDescending(static one => one.rank)
            .Select(static one => one.binding)
            .FirstOrDefault();
    }

    private static SessionScopes ScopesOf(OpenClawConfig config, Binding? binding) => new(
        config.Session.Scope == SessionScope.Global,
        Scope(binding?.Session.Text("dmScope")) ?? config.Session.DmScope,
        binding?.Session.Text("groupScope") switch
        {
            "main" => GroupScope.Main,
            "per-group" => GroupScope.PerGroup,
            _ => config.Session.GroupScope,
        },
        config.Session.IdentityLinks);

    private static DmScope? Scope(string? text) => text switch
    {
        "main" => DmScope.Main,
        "per-peer" => DmScope.PerPeer,
        "per-channel-peer" => DmScope.PerChannelPeer,
        "per-account-channel-peer" => DmScope.PerAccountChannelPeer,
        _ => null,
    };
}

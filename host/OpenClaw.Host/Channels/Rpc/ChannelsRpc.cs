using System.Collections.ObjectModel;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Channels.Rpc;

/// <summary>The <c>channels.*</c> methods. Channels come from plugins.</summary>
internal sealed class ChannelsRpc(ChannelBoard board, ChannelAccounts accounts, ChannelStatuses statuses, ChannelCalls calls, ChannelProbes probes, TimeProvider time) : IRpcModule
{
    private static readonly TimeSpan LogoutTimeout = TimeSpan.FromSeconds(30);

    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.ChannelsStatus, static () => ChannelsJsonContext.Default.ChannelsStatusParams, static () => ChannelsJsonContext.Default.ChannelsStatusResult, StatusAsync)
        .Add(MethodNames.ChannelsStart, static () => ChannelsJsonContext.Default.ChannelParams, static () => ChannelsJsonContext.Default.ChannelStarted, StartAsync)
        .Add(MethodNames.ChannelsStop, static () => ChannelsJsonContext.Default.ChannelParams, static () => ChannelsJsonContext.Default.ChannelStopped, StopAsync)
        .Add(MethodNames.ChannelsLogout, static () => ChannelsJsonContext.Default.ChannelParams, static () => ChannelsJsonContext.Default.ChannelLoggedOut, LogoutAsync);

    private async ValueTask<ChannelsStatusResult> StatusAsync(RpcCall call, ChannelsStatusParams parameters, CancellationToken cancellationToken)
    {
        if (parameters.Channel is { } asked && board.Find(asked) is null)
            throw RpcException.InvalidRequest($"unknown channel: {asked}");
        IReadOnlyList<ChannelDescriptor> channels = parameters.Channel is { } one ? [board.Find(one)!] : board.All;
        var states = channels.ToDictionary(static channel => channel.Id, channel => statuses.Of(channel.Id), StringComparer.Ordinal);
        if (parameters.Probe == true)
        {
            foreach (var (channel, accounts) in states.ToList())
                states[channel] = await probes.AskAsync(channel, accounts, ChannelProbes.PatienceOf(parameters.TimeoutMs), cancellationToken);
        }

        return new ChannelsStatusResult
        {
            Ts = time.GetUtcNow().ToUnixTimeMilliseconds(),
            ChannelOrder = [.. channels.Select(static channel => channel.Id)],
            ChannelLabels = channels.ToDictionary(static channel => channel.Id, static channel => channel.Label, StringComparer.Ordinal),
            ChannelDetailLabels = channels.ToDictionary(static channel => channel.Id, static channel => channel.Label, StringComparer.Ordinal),
            ChannelSystemImages = ReadOnlyDictionary<string, string>.Empty,
            ChannelMeta = [.. channels.Select(ChannelMeta.Of)],
            Channels = channels.ToDictionary(
                static channel => channel.Id,
                channel => new ChannelSummary(board.IsConfigured(channel.Id), states[channel.Id].Any(static account => account.Running)),
                StringComparer.Ordinal),
            ChannelAccounts = states,
            ChannelDefaultAccountId = channels.ToDictionary(static channel => channel.Id, channel => board.DefaultAccountOf(channel.Id), StringComparer.Ordinal),
            StatusIssues = [.. channels.SelectMany(channel => statuses.Issues(channel.Id))],
        };
    }

    private async ValueTask<ChannelStarted> StartAsync(RpcCall call, ChannelParams parameters, CancellationToken cancellationToken)
    {
        var key = KeyOf(call, parameters);
        if (!await accounts.StartAccountAsync(key, cancellationToken))
            throw RpcException.InvalidRequest($"{call.Method}: account {key} is not configured, or is switched off; set channels.{key.Channel}.enabled to true");
        return new ChannelStarted(key.Channel, key.Account, Started: true);
    }

    private async ValueTask<ChannelStopped> StopAsync(RpcCall call, ChannelParams parameters, CancellationToken cancellationToken)
    {
        var key = KeyOf(call, parameters);
        await accounts.StopAccountAsync(key, cancellationToken);
        return new ChannelStopped(key.Channel, key.Account, Stopped: true);
    }

    private async ValueTask<ChannelLoggedOut> LogoutAsync(RpcCall call, ChannelParams parameters, CancellationToken cancellationToken)
    {
        var key = KeyOf(call, parameters);
        if (accounts.Find(key)?.Made is not { } made)
            throw RpcException.Unavailable($"{call.Method}: account {key} does not run; start it with channels.start");
        var cleared = await calls.CallAsync(
            made, "logout", static (channel, token) => LogOutAsync(channel as IChannelLogin, token), LogoutTimeout, cancellationToken);
        if (!cleared)
            throw RpcException.InvalidRequest($"Channel {key.Channel} does not support logout.");
        await accounts.StopAccountAsync(key, cancellationToken);
        return new ChannelLoggedOut(key.Channel, key.Account, Cleared: true, LoggedOut: true);
    }

    private AccountKey KeyOf(RpcCall call, ChannelParams parameters)
    {
        var channel = board.Find(parameters.Channel) ?? throw RpcException.InvalidRequest($"invalid {call.Method} channel");
        return new AccountKey(channel.Id, parameters.AccountId?.ToLowerInvariant() ?? board.DefaultAccountOf(channel.Id));
    }

    private static async Task<bool> LogOutAsync(IChannelLogin? login, CancellationToken cancellationToken)
    {
        if (login is null)
            return false;
        await login.LogoutAsync(cancellationToken);
        return true;
    }
}

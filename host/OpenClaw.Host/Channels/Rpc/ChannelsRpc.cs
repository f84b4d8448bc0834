using System.Collections.ObjectModel;
using OpenClaw.Channels;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Channels.Rpc;

/// <summary>
/// The <c>channels.*</c> methods. Channels come from plugins; what they would receive has nowhere to go in this gateway yet, so
/// none of them is started, and the status says so.
/// </summary>
internal sealed class ChannelsRpc(ChannelBoard board, TimeProvider time) : IRpcModule
{
    private const string NotRun = "this gateway does not run channels yet: what they receive would have nowhere to go";

    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.ChannelsStatus, static () => ChannelsJsonContext.Default.ChannelsStatusParams, static () => ChannelsJsonContext.Default.ChannelsStatusResult, Status)
        .Add(MethodNames.ChannelsStart, static () => ChannelsJsonContext.Default.ChannelParams, static () => ChannelsJsonContext.Default.ChannelStopped, Refuse)
        .Add(MethodNames.ChannelsStop, static () => ChannelsJsonContext.Default.ChannelParams, static () => ChannelsJsonContext.Default.ChannelStopped, Stop)
        .Add(MethodNames.ChannelsLogout, static () => ChannelsJsonContext.Default.ChannelParams, static () => ChannelsJsonContext.Default.ChannelStopped, Refuse);

    private ValueTask<ChannelsStatusResult> Status(RpcCall call, ChannelsStatusParams parameters, CancellationToken cancellationToken)
    {
        if (parameters.Channel is { } asked && board.Find(asked) is null)
            throw RpcException.InvalidRequest($"unknown channel: {asked}");
        IReadOnlyList<ChannelDescriptor> channels = parameters.Channel is { } one ? [board.Find(one)!] : board.All;
        return ValueTask.FromResult(new ChannelsStatusResult
        {
            Ts = time.GetUtcNow().ToUnixTimeMilliseconds(),
            ChannelOrder = [.. channels.Select(static channel => channel.Id)],
            ChannelLabels = channels.ToDictionary(static channel => channel.Id, static channel => channel.Label, StringComparer.Ordinal),
            ChannelDetailLabels = channels.ToDictionary(static channel => channel.Id, static channel => channel.Label, StringComparer.Ordinal),
            ChannelSystemImages = ReadOnlyDictionary<string, string>.Empty,
            ChannelMeta = [.. channels.Select(static channel => new ChannelMeta(channel.Id, channel.Label, channel.Label))],
            Channels = channels.ToDictionary(
                static channel => channel.Id, channel => new ChannelSummary(board.IsConfigured(channel.Id), Running: false), StringComparer.Ordinal),
            ChannelAccounts = channels.ToDictionary(static channel => channel.Id, channel => AccountsOf(channel.Id), StringComparer.Ordinal),
            ChannelDefaultAccountId = channels.ToDictionary(
                static channel => channel.Id, channel => board.AccountsOf(channel.Id) is [var first, ..] ? first : ChannelBoard.DefaultAccount, StringComparer.Ordinal),
            StatusIssues = [.. channels.SelectMany(channel => board.AccountsOf(channel.Id).Select(account => new ChannelIssue(channel.Id, account, "runtime", NotRun)))],
        });
    }

    private IReadOnlyList<ChannelAccountStatus> AccountsOf(string channelId) =>
        [.. board.AccountsOf(channelId).Select(account => new ChannelAccountStatus(account, board.IsEnabled(channelId, account), Configured: true, Running: false, Connected: false))];

    private ValueTask<ChannelStopped> Stop(RpcCall call, ChannelParams parameters, CancellationToken cancellationToken)
    {
        var channel = Known(call, parameters);
        return ValueTask.FromResult(new ChannelStopped(channel.Id, parameters.AccountId ?? ChannelBoard.DefaultAccount, Stopped: true));
    }

    private ValueTask<ChannelStopped> Refuse(RpcCall call, ChannelParams parameters, CancellationToken cancellationToken) =>
        throw RpcException.Unavailable($"{call.Method} {Known(call, parameters).Id}: {NotRun}");

    private ChannelDescriptor Known(RpcCall call, ChannelParams parameters) =>
        board.Find(parameters.Channel) ?? throw RpcException.InvalidRequest($"invalid {call.Method} channel");
}

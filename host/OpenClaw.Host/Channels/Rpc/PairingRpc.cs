using OpenClaw.Channels;
using OpenClaw.Host.Channels.Pairing;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Channels.Rpc;

/// <summary>The <c>channels.pairing.*</c> methods: who asks to be let in to direct messages, and who is.</summary>
internal sealed class PairingRpc(ChannelPairing pairing, DirectMessages messages, PairingNotices notices, Func<CommandOwners> owners) : IRpcModule
{
    // It is on disk by then, and goes out as soon as its account can send.
    private const string Notified = "sent";
    private const string NotNotified = "unsupported";

    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.ChannelsPairingList, static () => ChannelsJsonContext.Default.PairingListParams, static () => ChannelsJsonContext.Default.PairingListResult, ListAsync)
        .Add(MethodNames.ChannelsPairingApprove, static () => ChannelsJsonContext.Default.PairingApproveParams, static () => ChannelsJsonContext.Default.PairingApproveResult, ApproveAsync)
        .Add(MethodNames.ChannelsPairingDismiss, static () => ChannelsJsonContext.Default.PairingDismissParams, static () => ChannelsJsonContext.Default.PairingDismissResult, DismissAsync);

    private async ValueTask<PairingListResult> ListAsync(RpcCall call, PairingListParams parameters, CancellationToken cancellationToken)
    {
        var accounts = messages.Pairing
            .Where(account => parameters.Channel is null || account.Channel.Id == parameters.Channel)
            .Where(account => parameters.AccountId is null || account.AccountId == parameters.AccountId)
            .ToList();
        if (accounts.Count == 0 && parameters.Channel is { } channel && messages.Pairing.All(account => account.Channel.Id != channel))
        {
            throw RpcException.InvalidRequest($"unknown pairing channel: {channel}");
        }

        var requests = await pairing.ListAsync(cancellationToken);
        return new PairingListResult
        {
            Accounts = [.. accounts.Select(static account => new PairingAccount(account.Channel.Id, account.Channel.Label, account.AccountId, NotifySupported: true))],
            Requests =
            [
                .. from request in requests
                   from account in accounts
                   where account.Channel.Id == request.Channel && account.AccountId == request.AccountId
                   select Describe(request, account.Channel, parameters.IncludeCodes is true),
            ],
            CommandOwnerConfigured = messages.HasCommandOwner,
            Limits = new PairingLimits(ChannelPairing.MaxPerAccount, (long)ChannelPairing.Lifetime.TotalMilliseconds),
        };
    }

    private async ValueTask<PairingApproveResult> ApproveAsync(RpcCall call, PairingApproveParams parameters, CancellationToken cancellationToken)
    {
        var pick = Pick(call, parameters);
        if (!messages.Pairing.Any(account => account.Channel.Id == parameters.Channel && (parameters.AccountId ?? account.AccountId) == account.AccountId))
        {
            throw NotPairing(parameters.Channel, parameters.AccountId);
        }

        var isTold = parameters.Notify is true;
        var request = await pairing.ApproveAsync(pick, isTold ? notices.Store : null, cancellationToken) ?? throw Gone();
        if (isTold)
        {
            notices.Send();
        }

        var owner = parameters.BootstrapCommandOwner is true
            ? await owners().AddFirstAsync(request, call, cancellationToken)
            : CommandOwners.NotRequested;
        return new PairingApproveResult(
            request.Id,
            request.SenderId,
            !isTold ? CommandOwners.NotRequested : PairingNotices.CanTell(request) ? Notified : NotNotified,
            owner);
    }

    private async ValueTask<PairingDismissResult> DismissAsync(RpcCall call, PairingDismissParams parameters, CancellationToken cancellationToken)
    {
        if (!messages.Pairing.Any(account => account.Channel.Id == parameters.Channel && account.AccountId == parameters.AccountId))
        {
            throw NotPairing(parameters.Channel, parameters.AccountId);
        }

        var request = await pairing.DismissAsync(
            open => open.FirstOrDefault(one => IsAt(one, parameters.Channel, parameters.AccountId) && one.Id == parameters.RequestId), cancellationToken)
            ?? throw Gone();
        return new PairingDismissResult(request.Id, request.SenderId);
    }

    private static Func<IEnumerable<PairingRequest>, PairingRequest?> Pick(RpcCall call, PairingApproveParams parameters)
    {
        var code = parameters.Code is { } typed
            ? PairingCodes.Normalize(typed) ?? throw RpcException.InvalidRequest($"invalid {call.Method} params: at /code: must be {PairingCodes.Length} letters and digits")
            : null;
        if ((code is null) == (parameters.RequestId is null) || (code is null && parameters.AccountId is null))
        {
            throw RpcException.InvalidRequest($"invalid {call.Method} params: must have either a code, or an accountId and a requestId");
        }

        return open =>
        {
            var here = open.Where(one => IsAt(one, parameters.Channel, parameters.AccountId));
            return code is null ? here.FirstOrDefault(one => one.Id == parameters.RequestId) : PairingCodes.Find(here, code);
        };
    }

    private static bool IsAt(PairingRequest request, string channel, string? account) =>
        request.Channel == channel && (account is null || request.AccountId == account);

    private static PairingEntry Describe(PairingRequest request, ChannelDescriptor channel, bool withCode)
    {
        var metadata = request.Meta.Where(static entry => entry.Key != "senderId").ToDictionary(StringComparer.Ordinal);
        return new PairingEntry
        {
            RequestId = request.Id,
            Channel = channel.Id,
            ChannelLabel = channel.Label,
            AccountId = request.AccountId,
            SenderId = request.Meta.GetValueOrDefault("senderId") ?? request.SenderId,
            SenderLabel = $"{channel.Label} user id",
            Metadata = metadata.Count == 0 ? null : metadata,
            CreatedAt = PairingRequest.Iso(request.CreatedAt),
            LastSeenAt = PairingRequest.Iso(request.LastSeenAt),
            ExpiresAt = PairingRequest.Iso(request.ExpiresAt),
            NotifySupported = PairingNotices.CanTell(request),
            Code = withCode ? request.Code : null,
        };
    }

    private static RpcException NotPairing(string channel, string? account) =>
        RpcException.InvalidRequest($"channel account does not use DM pairing: {channel}:{account ?? ChannelBoard.DefaultAccount}");

    private static RpcException Gone() => RpcException.InvalidRequest("pending DM access request no longer exists");
}

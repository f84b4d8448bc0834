using System.Collections.Concurrent;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tools.Approvals;

/// <summary>
/// Takes requests for consent, brings them to people and keeps what they decide. A request that nobody decides about, for lack of
/// time or because the gateway stops, ends as not allowed.
/// </summary>
internal sealed partial class ApprovalDesk(
    ApprovalStore store, ApprovalEvents events, IConnections connections, ApprovalLimits limits, TimeProvider time, ILogger<ApprovalDesk> logger)
    : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<string, PendingApproval> _pending = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> _watching = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Stores a request and brings it to those who may decide; nobody there to decide is an end at once.</summary>
    /// <exception cref="ApprovalRefusedException">There are too many already, or the id was used before.</exception>
    public async ValueTask<PendingApproval> SubmitAsync(string id, ApprovalRequest request, ApprovalAudience audience, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        CheckRoom(audience);
        var now = time.UnixMs;
        var wait = timeout is { } asked && asked < limits.MaxTimeout ? asked : timeout is null ? limits.DefaultTimeout : limits.MaxTimeout;
        var pending = new PendingApproval(new Approval
        {
            Id = id,
            Request = request,
            Audience = audience,
            CreatedAtMs = now,
            ExpiresAtMs = now + (long)wait.TotalMilliseconds,
        });
        if (!_pending.TryAdd(id, pending))
            throw Used(id);
        try
        {
            if (!await store.AddAsync(pending.Approval, cancellationToken))
                throw Used(id);
        }
        catch
        {
            _pending.TryRemove(KeyValuePair.Create(id, pending));
            throw;
        }

        if (connections.Any(audience.IsTold))
        {
            events.Requested(pending.Approval);
            _watching[id] = WatchAsync(pending, wait);
        }
        else if (pending.TryClaim())
        {
            await EndAsync(pending, pending.Approval with { TerminalReason = ApprovalEndings.NoRoute }, isTold: false);
        }

        return pending;
    }

    /// <summary>Requests that wait and that the caller may see, oldest first.</summary>
    public IReadOnlyList<Approval> VisibleTo(RpcCaller caller) =>
        [.. _pending.Values.Select(static one => one.Approval).Where(one => one.Audience.MaySee(caller)).OrderBy(static one => one.CreatedAtMs)];

    /// <summary>A request that waits, by its id or a beginning that only one of those the caller may see has.</summary>
    public PendingApproval? FindWaiting(RpcCaller caller, string id)
    {
        if (_pending.TryGetValue(id, out var exact))
            return exact.Approval.Audience.MaySee(caller) ? exact : null;
        var matches = _pending.Values.Where(one => one.Approval.Id.StartsWith(id, StringComparison.Ordinal) && one.Approval.Audience.MaySee(caller)).Take(2).ToList();
        return matches is [var only] ? only : null;
    }

    /// <summary>A request that ended, now or in an earlier process.</summary>
    public async ValueTask<Approval?> FindEndedAsync(RpcCaller caller, string id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { EndedAtMs: not null } ended && ended.Audience.MaySee(caller) ? ended : null;

    /// <exception cref="ApprovalRefusedException">There is no such request, or it was decided already.</exception>
    public async ValueTask ResolveAsync(RpcCaller caller, string id, string decision, CancellationToken cancellationToken)
    {
        if (FindWaiting(caller, id) is not { } pending)
        {
            throw await FindEndedAsync(caller, id, cancellationToken) is { Decision: not null }
                ? new ApprovalRefusedException(ApprovalRefusal.AlreadyResolved, "approval already resolved")
                : new ApprovalRefusedException(ApprovalRefusal.NotFound, "unknown or expired approval id");
        }

        if (!pending.Approval.Request.AllowedDecisions.Contains(decision))
            throw new ApprovalRefusedException(ApprovalRefusal.Invalid, $"decision {decision} is not offered for this request");
        if (time.UnixMs >= pending.Approval.ExpiresAtMs)
            throw new ApprovalRefusedException(ApprovalRefusal.NotFound, "unknown or expired approval id");
        if (!pending.TryClaim())
            throw new ApprovalRefusedException(ApprovalRefusal.AlreadyResolved, "approval already resolved");
        await EndAsync(pending, pending.Approval with { Decision = decision, ResolvedBy = caller.ClientId ?? caller.DeviceId }, isTold: true);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var left = await store.ExpireLeftoversAsync(time.UnixMs, cancellationToken);
        if (left > 0)
            LogExpired(logger, left);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_watching.Values);
        foreach (var pending in _pending.Values)
            pending.Abandon();
    }

    public void Dispose() => _stopping.Dispose();

    private async Task WatchAsync(PendingApproval pending, TimeSpan wait)
    {
        try
        {
            await pending.Ended.WaitAsync(wait, time, _stopping.Token);
        }
        catch (TimeoutException)
        {
            if (pending.TryClaim())
                await ExpireAsync(pending);
        }
        catch (OperationCanceledException)
        {
            // The gateway stops; the next start ends the request.
        }
        finally
        {
            _watching.TryRemove(pending.Approval.Id, out _);
        }
    }

    private async Task ExpireAsync(PendingApproval pending)
    {
        try
        {
            await EndAsync(pending, pending.Approval with { TerminalReason = ApprovalEndings.Timeout }, isTold: true);
        }
        catch (StorageException error)
        {
            // The border of a background task. Whoever waits must not wait for ever: not allowed needs no record.
            LogNotStored(logger, pending.Approval.Id, error);
            _pending.TryRemove(pending.Approval.Id, out _);
            pending.Complete(pending.Approval with { EndedAtMs = time.UnixMs, TerminalReason = ApprovalEndings.Timeout });
        }
    }

    private async ValueTask EndAsync(PendingApproval pending, Approval end, bool isTold)
    {
        var ended = end with { EndedAtMs = time.UnixMs };
        try
        {
            await store.EndAsync(ended, CancellationToken.None);
        }
        catch
        {
            pending.Release();
            throw;
        }

        _pending.TryRemove(ended.Id, out _);
        pending.Complete(ended);
        if (isTold)
            events.Resolved(ended);
    }

    private void CheckRoom(ApprovalAudience audience)
    {
        // A device that connects anew does not start a new count: its requests outlive its connections.
        var mine = _pending.Values.Count(one => audience.IsOfSameRequester(one.Approval.Audience));
        if (_pending.Count >= limits.MaxPending || mine >= limits.MaxPendingPerConnection)
            throw new ApprovalRefusedException(ApprovalRefusal.Full, "too many approvals wait for a decision; decide some of them or retry later");
    }

    private static ApprovalRefusedException Used(string id) =>
        new(ApprovalRefusal.Invalid, $"approval id {id} was used before; choose another one or leave it out");

    [LoggerMessage(3110, LogLevel.Information, "{Count} approvals nobody had decided about when the gateway stopped are expired.")]
    private static partial void LogExpired(ILogger logger, int count);

    [LoggerMessage(3111, LogLevel.Error, "The end of approval {ApprovalId} could not be stored; it counts as not allowed.")]
    private static partial void LogNotStored(ILogger logger, string approvalId, Exception error);
}

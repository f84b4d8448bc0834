using Microsoft.Data.Sqlite;
using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Host.Security.Pairing;

/// <summary>
/// Devices that want to be let in, and the decisions on them. A request lives for five minutes after its last retry; a device has
/// at most one. Each step is one transaction, so that of many simultaneous decisions one counts.
/// </summary>
internal sealed class PairingBook(SqliteDatabase database, IEventPublisher events, TimeProvider time)
{
    public const int MaxPending = 100;
    public const int MaxPendingPerSource = 10;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const string Approved = "approved";
    private const string Rejected = "rejected";

    /// <summary>Notes a request, or the retry of one. Null when too many wait already.</summary>
    public async ValueTask<PendingDevice?> RequestAsync(PairingRequest request, CancellationToken cancellationToken)
    {
        var now = Now();
        var (pending, superseded, isNew) = await database.WriteAsync(connection => Note(connection, request, now), cancellationToken);
        if (superseded is not null)
        {
            Resolved(superseded.RequestId, superseded.DeviceId, Rejected, now);
        }

        if (isNew)
        {
            events.Publish(GatewayEvent.Create(EventNames.DevicePairRequested, pending!, ProtocolJsonContext.Default.PendingDevice) with
            {
                IsFor = caller => DeviceAuthority.MayManage(caller, pending!.DeviceId),
            });
        }

        return pending;
    }

    /// <summary>
    /// Approves what a device asks for without a person. Null when there is no room for another device, when the token that let the
    /// caller in is no longer the device's, or when a person took away what it asks for.
    /// </summary>
    public async ValueTask<DeviceRecord?> ApproveDirectlyAsync(
        PairingRequest request, string via, DeviceTokenRecord? judged, CancellationToken cancellationToken)
    {
        var now = Now();
        var pending = Describe(request, [request.Role], request.Scopes, isRepair: false, now) with { Silent = true };
        var device = await database.WriteAsync(
            connection =>
            {
                var current = DeviceSql.Find(connection, request.Device.Id);
                return judged?.IsStillOf(current) is false || current?.WasDenied(request.Role, request.Scopes) is true
                    ? null
                    : DeviceGrant.Apply(connection, pending, via, now);
            },
            cancellationToken);
        if (device is not null)
        {
            Resolved(pending.RequestId, pending.DeviceId, Approved, now);
        }

        return device;
    }

    /// <exception cref="RpcException">There is no such request, or the caller may not hand out what it asks for.</exception>
    public async ValueTask<DeviceRecord> ApproveAsync(string requestId, RpcCaller caller, CancellationToken cancellationToken)
    {
        var now = Now();
        var device = await database.WriteAsync(
            connection =>
            {
                var pending = Take(connection, requestId, caller, now);
                if (DeviceAuthority.MissingFor(caller, pending.Roles, pending.Scopes) is { } missing)
                {
                    // The command line reads this text, and comes again as an administrator.
                    throw pending.Roles.Any(static role => role != Roles.Operator)
                        ? RpcException.InvalidRequest("device pairing approval denied")
                        : new RpcException(ErrorShape.MissingScope(missing, caller.Protocol));
                }

                return DeviceGrant.Apply(connection, pending, ApprovalPaths.Owner, now)
                    ?? throw RpcException.Unavailable(
                        $"no more than {DeviceGrant.MaxDevices} devices can be paired: remove some with device.pair.remove");
            },
            cancellationToken);
        Resolved(requestId, device.DeviceId, Approved, now);
        return device;
    }

    /// <exception cref="RpcException">There is no such request.</exception>
    public async ValueTask<string> RejectAsync(string requestId, RpcCaller caller, CancellationToken cancellationToken)
    {
        var now = Now();
        var deviceId = await database.WriteAsync(connection => Take(connection, requestId, caller, now).DeviceId, cancellationToken);
        Resolved(requestId, deviceId, Rejected, now);
        return deviceId;
    }

    public ValueTask<IReadOnlyList<PendingDevice>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => PendingSql.All(connection, OldestAt(Now())), cancellationToken);

    /// <summary>Tells operators of a decision.</summary>
    public void Resolved(string requestId, string deviceId, string decision, long at) => events.Publish(GatewayEvent.Create(
        EventNames.DevicePairResolved,
        new DevicePairResolvedEvent { RequestId = requestId, DeviceId = deviceId, Decision = decision, Ts = at },
        ProtocolJsonContext.Default.DevicePairResolvedEvent) with
    {
        IsFor = caller => DeviceAuthority.MayManage(caller, deviceId),
    });

    public static PendingDevice Describe(PairingRequest request, IReadOnlyList<string> roles, IReadOnlyList<string> scopes, bool isRepair, long at) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        DeviceId = request.Device.Id,
        PublicKey = request.Device.PublicKey,
        DisplayName = request.DisplayName,
        Platform = request.Platform,
        DeviceFamily = request.DeviceFamily,
        ClientId = request.ClientId,
        ClientMode = request.ClientMode,
        Role = request.Role,
        Roles = roles,
        Scopes = scopes,
        RemoteIp = request.RemoteIp,
        Silent = false,
        IsRepair = isRepair,
        Ts = at,
    };

    private static PendingDevice Take(SqliteConnection connection, string requestId, RpcCaller caller, long now)
    {
        // Whether a request of somebody else exists is not told to those who may not see it.
        if (PendingSql.Find(connection, requestId, OldestAt(now)) is not { } pending || !DeviceAuthority.MayManage(caller, pending.DeviceId))
        {
            throw RpcException.InvalidRequest("unknown requestId");
        }

        PendingSql.Remove(connection, requestId);
        return pending;
    }

    private static (PendingDevice? Pending, PendingDevice? Superseded, bool IsNew) Note(
        SqliteConnection connection, PairingRequest request, long now)
    {
        PendingSql.Expire(connection, OldestAt(now));
        var earlier = PendingSql.FindByDevice(connection, request.Device.Id);
        if (earlier is not null && earlier.Roles.Contains(request.Role) && request.Scopes.All(earlier.Scopes.Contains))
        {
            PendingSql.Retried(connection, earlier.RequestId, now);
            return (earlier, null, false);
        }

        if (earlier is not null)
        {
            PendingSql.Remove(connection, earlier.RequestId);
        }
        else if (PendingSql.Count(connection) >= MaxPending || PendingSql.Count(connection, request.Source) >= MaxPendingPerSource)
        {
            return (null, null, false);
        }

        var pending = Describe(
            request,
            WordList.Union(earlier?.Roles ?? [], [request.Role]),
            WordList.Union(earlier?.Scopes ?? [], request.Scopes),
            isRepair: DeviceSql.Find(connection, request.Device.Id) is not null,
            now);
        PendingSql.Add(connection, pending, request.Source);
        return (pending, earlier, true);
    }

    private static long OldestAt(long now) => now - (long)Lifetime.TotalMilliseconds;

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}

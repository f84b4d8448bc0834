using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Host.Security.Setup;

/// <summary>
/// Codes with which a new device lets itself in, once and within ten minutes. Only a hash of the token is stored; the code is used
/// up in the transaction that approves the device.
/// </summary>
internal sealed class SetupCodes(SqliteDatabase database, PairingBook pairing, IEventPublisher events, TimeProvider time)
{
    public const int MaxOpen = 32;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    // How long the fate of a code can be asked for.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <exception cref="RpcException">Too many codes are open.</exception>
    public async ValueTask<IssuedSetup> IssueAsync(SetupAccess access, CancellationToken cancellationToken)
    {
        var now = Now();
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var setup = new IssuedSetup(Guid.NewGuid().ToString(), token, access, now + (long)Lifetime.TotalMilliseconds);
        await database.WriteAsync(
            connection =>
            {
                connection.Execute(
                    "DELETE FROM setup_codes WHERE created_at < $old OR (used_at IS NULL AND expires_at <= $now)",
                    ("$old", now - (long)Memory.TotalMilliseconds),
                    ("$now", now));
                if (connection.Scalar<long>("SELECT count(*) FROM setup_codes WHERE used_at IS NULL") >= MaxOpen)
                {
                    throw RpcException.Unavailable($"no more than {MaxOpen} setup codes can be open: wait until some have run out");
                }

                connection.Execute(
                    "INSERT INTO setup_codes (setup_id, token_hash, access, created_at, expires_at) VALUES ($id, $hash, $access, $now, $expires)",
                    ("$id", setup.SetupId),
                    ("$hash", Hash(token)),
                    ("$access", access.Name),
                    ("$now", now),
                    ("$expires", setup.ExpiresAt));
            },
            cancellationToken);
        return setup;
    }

    /// <summary>Looks a token up without using it. Null when it is unknown, used, or out of time.</summary>
    public ValueTask<SetupTicket?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (Hash(token), Now());
        return database.ReadAsync(
            connection => connection.Query(
                "SELECT setup_id, access FROM setup_codes WHERE token_hash = $hash AND used_at IS NULL AND expires_at > $now",
                row => new SetupTicket(row.GetString(0), SetupAccess.Named(row.GetString(1))),
                ("$hash", hash),
                ("$now", now)).FirstOrDefault(),
            cancellationToken);
    }

    /// <summary>Uses a code up and approves the device in one step. Null when the code is no longer good.</summary>
    public async ValueTask<DeviceRecord?> RedeemAsync(SetupTicket ticket, PairingRequest request, CancellationToken cancellationToken)
    {
        var now = Now();
        var pending = PairingBook.Describe(request, ticket.Access.Roles, ticket.Access.Scopes, isRepair: false, now);
        var device = await database.WriteAsync(
            connection =>
            {
                var used = connection.Execute(
                    "UPDATE setup_codes SET used_at = $now, device_id = $device, device_name = $name "
                    + "WHERE setup_id = $id AND used_at IS NULL AND expires_at > $now",
                    ("$id", ticket.SetupId),
                    ("$now", now),
                    ("$device", request.Device.Id),
                    ("$name", request.DisplayName));
                return used == 1 ? DeviceGrant.Apply(connection, pending, ApprovalPaths.Bootstrap, now) : null;
            },
            cancellationToken);
        if (device is not null)
        {
            pairing.Resolved(pending.RequestId, pending.DeviceId, "approved", now);
        }

        return device;
    }

    /// <summary>Tells operators whether the device that used a code got its answer.</summary>
    public async ValueTask ConcludeAsync(string setupId, bool delivered, CancellationToken cancellationToken)
    {
        var now = Now();
        if (delivered)
        {
            await database.WriteAsync(
                connection => { connection.Execute("UPDATE setup_codes SET delivered_at = $now WHERE setup_id = $id", ("$id", setupId), ("$now", now)); },
                cancellationToken);
        }

        var status = await StatusAsync(setupId, cancellationToken);
        if ((status.Completion ?? status.DeliveryUncertain) is { } completion)
        {
            events.Publish(GatewayEvent.Create(
                delivered ? EventNames.DevicePairSetupCompleted : EventNames.DevicePairSetupDeliveryUncertain,
                completion,
                ProtocolJsonContext.Default.DeviceSetupCompletion) with
            {
                IsFor = caller => DeviceAuthority.MayManage(caller, completion.DeviceId),
            });
        }
    }

    public ValueTask<DeviceSetupStatusResult> StatusAsync(string setupId, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.Query(
            "SELECT device_id, device_name, access, used_at, delivered_at FROM setup_codes WHERE setup_id = $id AND used_at IS NOT NULL",
            row =>
            {
                var delivered = !row.IsDBNull(4);
                var completion = new DeviceSetupCompletion
                {
                    SetupId = setupId,
                    DeviceId = row.GetString(0),
                    DeviceName = row.IsDBNull(1) ? null : row.GetString(1),
                    Access = row.GetString(2),
                    Ts = row.GetInt64(delivered ? 4 : 3),
                };
                return delivered
                    ? new DeviceSetupStatusResult { Completion = completion }
                    : new DeviceSetupStatusResult { DeliveryUncertain = completion };
            },
            ("$id", setupId)).FirstOrDefault() ?? new DeviceSetupStatusResult(),
        cancellationToken);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}

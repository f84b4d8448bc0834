using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security.Tokens;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Security.Pairing;

/// <summary>The devices that were approved, and their tokens. What is taken away here ends the connections that live on it.</summary>
internal sealed class PairedDevices(SqliteDatabase database, DeviceTokenMint mint, IConnections connections, TimeProvider time)
{
    // Signs of life are written down no more often than this: a client in a reconnect loop must not keep the disk busy.
    private static readonly TimeSpan SeenInterval = TimeSpan.FromMinutes(1);

    public ValueTask<DeviceRecord?> FindAsync(string deviceId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => DeviceSql.Find(connection, deviceId), cancellationToken);

    public ValueTask<IReadOnlyList<DeviceRecord>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(DeviceSql.All, cancellationToken);

    /// <summary>Judges a token a device presents for a role and scopes.</summary>
    public DeviceTokenVerdict Judge(DeviceRecord? device, string role, IReadOnlyList<string> scopes, string candidate)
    {
        if (device?.ActiveToken(role) is not { } token)
        {
            // As much work as for a token that exists.
            _ = mint.Matches("", role, [], candidate);
            return DeviceTokenVerdict.Wrong;
        }

        return !mint.Matches(device.DeviceId, role, token.Salt, candidate) ? DeviceTokenVerdict.Wrong
            : OperatorScopes.CoversAll(token.Scopes, scopes) ? DeviceTokenVerdict.Good
            : DeviceTokenVerdict.TooNarrow;
    }

    /// <summary>
    /// Lets an approved device in: notes the sign of life, and replaces a token narrower than the approval that the caller proved
    /// another way. Null when the role was taken back meanwhile, or the token that was found good is no longer the device's.
    /// </summary>
    public async ValueTask<AdmittedDevice?> AdmitAsync(
        DeviceRecord device, string role, IReadOnlyList<string> scopes, DeviceTokenRecord? judged, CancellationToken cancellationToken)
    {
        var now = Now();
        if (device.ActiveToken(role) is { } token && OperatorScopes.CoversAll(token.Scopes, scopes)
            && IsFresh(device.LastSeenAt, now) && (judged is null || IsFresh(token.LastUsedAt, now)))
        {
            return Admitted(device.DeviceId, token);
        }

        var stored = await database.WriteAsync(
            connection =>
            {
                var current = DeviceSql.Find(connection, device.DeviceId);
                if (current?.ActiveToken(role) is not { } active || judged?.IsStillOf(current) is false)
                {
                    return null;
                }

                if (!OperatorScopes.CoversAll(active.Scopes, scopes))
                {
                    if (active.IsNarrowed)
                    {
                        return null;
                    }

                    active = active with
                    {
                        Salt = DeviceTokenMint.NewSalt(),
                        Scopes = WordList.Sorted(active.Scopes.Union(scopes)),
                        RotatedAt = now,
                    };
                }

                active = judged is not null ? active with { LastUsedAt = now } : active;
                DeviceSql.Save(connection, current with { LastSeenAt = now, LastSeenReason = "connect", Tokens = [active] });
                return active;
            },
            cancellationToken);
        return stored is null ? null : Admitted(device.DeviceId, stored);
    }

    /// <summary>Gives the other tokens of a device, beside the one of the given role.</summary>
    public IReadOnlyList<AdmittedDevice> OtherTokens(DeviceRecord device, string role) =>
        [.. device.Tokens.Where(token => token.IsActive && token.Role != role).Select(token => Admitted(device.DeviceId, token))];

    /// <returns>False when no such device is known.</returns>
    public ValueTask<bool> RenameAsync(string deviceId, string label, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute("UPDATE devices SET label = $label WHERE device_id = $id", ("$id", deviceId), ("$label", label)) > 0,
        cancellationToken);

    /// <returns>The device that was removed; null when no such device is known.</returns>
    public ValueTask<DeviceRecord?> RemoveAsync(string deviceId, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var device = DeviceSql.Find(connection, deviceId);
            PendingSql.RemoveOfDevice(connection, deviceId);
            DeviceSql.Remove(connection, deviceId);
            return device;
        },
        cancellationToken);

    /// <summary>Replaces the token of a role.</summary>
    /// <returns>The new token; null when the caller may not, or the device, the role or the scopes are not approved.</returns>
    public async ValueTask<AdmittedDevice?> RotateAsync(
        string deviceId, string role, IReadOnlyList<string>? scopes, RpcCaller caller, CancellationToken cancellationToken)
    {
        var now = Now();
        var token = await database.WriteAsync(
            connection =>
            {
                var device = DeviceSql.Find(connection, deviceId);
                if (device is null || !device.IsApproved(role))
                {
                    return null;
                }

                var old = device.ActiveToken(role)!;
                var wanted = role == Roles.Operator ? scopes ?? old.Scopes : [];
                if (!wanted.All(OperatorScopes.All.Contains) || !OperatorScopes.CoversAll(device.Scopes, wanted)
                    || !DeviceAuthority.MayReplaceToken(caller, device, old, wanted))
                {
                    return null;
                }

                var rotated = old with
                {
                    Salt = DeviceTokenMint.NewSalt(),
                    Scopes = WordList.Sorted(wanted.Distinct()),
                    RotatedAt = now,
                    IsNarrowed = role == Roles.Operator && (scopes is null ? old.IsNarrowed : !OperatorScopes.CoversAll(wanted, device.Scopes)),
                };
                DeviceSql.SaveToken(connection, deviceId, rotated);
                return rotated;
            },
            cancellationToken);
        return token is null ? null : Admitted(deviceId, token);
    }

    /// <returns>When the token was taken back; null when there is none, or the caller may not.</returns>
    public ValueTask<long?> RevokeAsync(string deviceId, string role, RpcCaller caller, CancellationToken cancellationToken)
    {
        var now = Now();
        return database.WriteAsync<long?>(
            connection =>
            {
                var device = DeviceSql.Find(connection, deviceId);
                if (device?.Tokens.FirstOrDefault(token => token.Role == role) is not { } token || !DeviceAuthority.MayRevokeToken(caller, device, token))
                {
                    return null;
                }

                DeviceSql.SaveToken(connection, deviceId, token with { RevokedAt = token.RevokedAt ?? now });
                return token.RevokedAt ?? now;
            },
            cancellationToken);
    }

    public bool IsConnected(string deviceId) => connections.IsConnected(deviceId);

    /// <summary>Ends what lives on rights that are gone; call it after the answer to the caller is on its way.</summary>
    public void Disconnect(string deviceId, string? role = null) => connections.CloseDevice(deviceId, role);

    private AdmittedDevice Admitted(string deviceId, DeviceTokenRecord token) =>
        new(deviceId, token.Role, token.Scopes, mint.Create(deviceId, token.Role, token.Salt), token.IssuedAt);

    private static bool IsFresh(long? at, long now) => at is { } moment && now >= moment && now - moment < SeenInterval.TotalMilliseconds;

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}

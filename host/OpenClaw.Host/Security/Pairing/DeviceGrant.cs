using Microsoft.Data.Sqlite;
using OpenClaw.Host.Security.Tokens;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Host.Security.Pairing;

/// <summary>Writes down that a device was approved. Runs inside the transaction that takes the request away.</summary>
internal static class DeviceGrant
{
    /// <summary>Devices a gateway knows at most.</summary>
    public const int MaxDevices = 5_000;

    /// <returns>The device as it is now; null when there is no room for another one.</returns>
    public static DeviceRecord? Apply(SqliteConnection connection, PendingDevice request, string via, long now)
    {
        var known = DeviceSql.Find(connection, request.DeviceId);
        if (known is null && DeviceSql.Count(connection) >= MaxDevices)
        {
            return null;
        }

        var device = new DeviceRecord
        {
            DeviceId = request.DeviceId,
            PublicKey = request.PublicKey,
            DisplayName = request.DisplayName ?? known?.DisplayName,
            Label = known?.Label,
            Platform = request.Platform ?? known?.Platform,
            DeviceFamily = request.DeviceFamily ?? known?.DeviceFamily,
            ClientId = request.ClientId,
            ClientMode = request.ClientMode,
            Role = request.Role,
            Roles = WordList.Union(known?.Roles ?? [], request.Roles),
            Scopes = Scopes(known, request),
            RemoteIp = request.RemoteIp ?? known?.RemoteIp,
            ApprovedVia = via,
            CreatedAt = known?.CreatedAt ?? now,
            ApprovedAt = now,
            LastSeenAt = known?.LastSeenAt,
            LastSeenReason = known?.LastSeenReason,
            Tokens = Tokens(known, request, now),
        };
        DeviceSql.Save(connection, device);
        return device;
    }

    /// <summary>What was approved before counts only while it was not taken back.</summary>
    private static IReadOnlyList<string> Scopes(DeviceRecord? known, PendingDevice request) =>
        known is null ? request.Scopes
        : known.ActiveToken(Roles.Operator) is null && request.Roles.Contains(Roles.Operator) ? request.Scopes
        : WordList.Union(known.Scopes, request.Scopes);

    private static IReadOnlyList<DeviceTokenRecord> Tokens(DeviceRecord? known, PendingDevice request, long now)
    {
        var kept = (known?.Tokens ?? []).Where(token => !request.Roles.Contains(token.Role));
        return [.. kept.Concat(request.Roles.Select(role => Token(known?.Tokens.FirstOrDefault(token => token.Role == role), role, request, now)))];
    }

    /// <summary>A token in force goes on with more scopes, so that other programs of the device need not learn a new one.</summary>
    private static DeviceTokenRecord Token(DeviceTokenRecord? existing, string role, PendingDevice request, long now)
    {
        var asked = role == Roles.Operator ? request.Scopes : [];
        return existing is { IsActive: true }
            ? existing with { Scopes = WordList.Sorted(existing.Scopes.Union(asked)) }
            : new DeviceTokenRecord
            {
                Role = role,
                Salt = DeviceTokenMint.NewSalt(),
                Scopes = WordList.Sorted(asked),
                CreatedAt = existing?.CreatedAt ?? now,
                RotatedAt = existing is null ? null : now,
                LastUsedAt = existing?.LastUsedAt,
            };
    }
}

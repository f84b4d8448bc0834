using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Security.Pairing;

/// <summary>Statements on paired devices and their tokens.</summary>
internal static class DeviceSql
{
    private const string Columns =
        "device_id, public_key, display_name, label, platform, device_family, client_id, client_mode, role, roles, scopes, remote_ip, "
        + "approved_via, created_at, approved_at, last_seen_at, last_seen_reason";

    public static DeviceRecord? Find(SqliteConnection connection, string deviceId) =>
        connection.Query($"SELECT {Columns} FROM devices WHERE device_id = $id", Read, ("$id", deviceId)).FirstOrDefault() is { } device
            ? device with { Tokens = Tokens(connection, deviceId) }
            : null;

    public static IReadOnlyList<DeviceRecord> All(SqliteConnection connection)
    {
        var tokens = connection
            .Query("SELECT device_id, role, salt, scopes, created_at, rotated_at, revoked_at, last_used_at, narrowed FROM device_tokens ORDER BY role",
                row => (Device: row.GetString(0), Token: ReadToken(row, 1)))
            .ToLookup(row => row.Device, row => row.Token);
        return [.. connection.Query($"SELECT {Columns} FROM devices ORDER BY approved_at DESC, device_id", Read)
            .Select(device => device with { Tokens = [.. tokens[device.DeviceId]] })];
    }

    public static long Count(SqliteConnection connection) => connection.Scalar<long>("SELECT count(*) FROM devices");

    public static void Save(SqliteConnection connection, DeviceRecord device)
    {
        connection.Execute(
            $"INSERT INTO devices ({Columns}) VALUES ($id, $key, $name, $label, $platform, $family, $client, $mode, $role, $roles, $scopes, "
            + "$ip, $via, $created, $approved, $seen, $reason) ON CONFLICT (device_id) DO UPDATE SET public_key = $key, display_name = $name, "
            + "label = $label, platform = $platform, device_family = $family, client_id = $client, client_mode = $mode, role = $role, "
            + "roles = $roles, scopes = $scopes, remote_ip = $ip, approved_via = $via, approved_at = $approved, last_seen_at = $seen, "
            + "last_seen_reason = $reason",
            ("$id", device.DeviceId), ("$key", device.PublicKey), ("$name", device.DisplayName), ("$label", device.Label),
            ("$platform", device.Platform), ("$family", device.DeviceFamily), ("$client", device.ClientId), ("$mode", device.ClientMode),
            ("$role", device.Role), ("$roles", WordList.Join(device.Roles)), ("$scopes", WordList.Join(device.Scopes)),
            ("$ip", device.RemoteIp), ("$via", device.ApprovedVia), ("$created", device.CreatedAt), ("$approved", device.ApprovedAt),
            ("$seen", device.LastSeenAt), ("$reason", device.LastSeenReason));
        foreach (var token in device.Tokens)
        {
            SaveToken(connection, device.DeviceId, token);
        }
    }

    public static void SaveToken(SqliteConnection connection, string deviceId, DeviceTokenRecord token) => connection.Execute(
        "INSERT INTO device_tokens (device_id, role, salt, scopes, created_at, rotated_at, revoked_at, last_used_at, narrowed) "
        + "VALUES ($id, $role, $salt, $scopes, $created, $rotated, $revoked, $used, $narrowed) ON CONFLICT (device_id, role) DO UPDATE SET "
        + "salt = $salt, scopes = $scopes, created_at = $created, rotated_at = $rotated, revoked_at = $revoked, last_used_at = $used, "
        + "narrowed = $narrowed",
        ("$id", deviceId), ("$role", token.Role), ("$salt", token.Salt), ("$scopes", WordList.Join(token.Scopes)),
        ("$created", token.CreatedAt), ("$rotated", token.RotatedAt), ("$revoked", token.RevokedAt), ("$used", token.LastUsedAt),
        ("$narrowed", token.IsNarrowed ? 1 : 0));

    public static bool Remove(SqliteConnection connection, string deviceId)
    {
        connection.Execute("DELETE FROM device_tokens WHERE device_id = $id", ("$id", deviceId));
        return connection.Execute("DELETE FROM devices WHERE device_id = $id", ("$id", deviceId)) > 0;
    }

    private static List<DeviceTokenRecord> Tokens(SqliteConnection connection, string deviceId) => connection.Query(
        "SELECT role, salt, scopes, created_at, rotated_at, revoked_at, last_used_at, narrowed FROM device_tokens WHERE device_id = $id ORDER BY role",
        row => ReadToken(row, 0),
        ("$id", deviceId));

    private static DeviceTokenRecord ReadToken(SqliteDataReader row, int first) => new()
    {
        Role = row.GetString(first),
        Salt = row.GetFieldValue<byte[]>(first + 1),
        Scopes = WordList.Split(row.GetString(first + 2)),
        CreatedAt = row.GetInt64(first + 3),
        RotatedAt = Number(row, first + 4),
        RevokedAt = Number(row, first + 5),
        LastUsedAt = Number(row, first + 6),
        IsNarrowed = row.GetInt64(first + 7) != 0,
    };

    private static DeviceRecord Read(SqliteDataReader row) => new()
    {
        DeviceId = row.GetString(0),
        PublicKey = row.GetString(1),
        DisplayName = Text(row, 2),
        Label = Text(row, 3),
        Platform = Text(row, 4),
        DeviceFamily = Text(row, 5),
        ClientId = Text(row, 6),
        ClientMode = Text(row, 7),
        Role = row.GetString(8),
        Roles = WordList.Split(row.GetString(9)),
        Scopes = WordList.Split(row.GetString(10)),
        RemoteIp = Text(row, 11),
        ApprovedVia = row.GetString(12),
        CreatedAt = row.GetInt64(13),
        ApprovedAt = row.GetInt64(14),
        LastSeenAt = Number(row, 15),
        LastSeenReason = Text(row, 16),
    };

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}

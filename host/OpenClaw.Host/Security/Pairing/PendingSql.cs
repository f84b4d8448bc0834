using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Host.Security.Pairing;

/// <summary>Statements on devices that wait to be approved.</summary>
internal static class PendingSql
{
    private const string Columns =
        "request_id, device_id, public_key, display_name, platform, device_family, client_id, client_mode, role, roles, scopes, remote_ip, "
        + "is_repair, requested_at";

    public static PendingDevice? Find(SqliteConnection connection, string requestId, long oldest) => connection.Query(
        $"SELECT {Columns} FROM pairing_requests WHERE request_id = $id AND retried_at >= $oldest", Read, ("$id", requestId), ("$oldest", oldest))
        .FirstOrDefault();

    public static PendingDevice? FindByDevice(SqliteConnection connection, string deviceId) => connection.Query(
        $"SELECT {Columns} FROM pairing_requests WHERE device_id = $id", Read, ("$id", deviceId)).FirstOrDefault();

    public static IReadOnlyList<PendingDevice> All(SqliteConnection connection, long oldest) => connection.Query(
        $"SELECT {Columns} FROM pairing_requests WHERE retried_at >= $oldest ORDER BY requested_at DESC, request_id", Read, ("$oldest", oldest));

    public static long Count(SqliteConnection connection) => connection.Scalar<long>("SELECT count(*) FROM pairing_requests");

    public static long Count(SqliteConnection connection, string source) =>
        connection.Scalar<long>("SELECT count(*) FROM pairing_requests WHERE source = $source", ("$source", source));

    public static void Add(SqliteConnection connection, PendingDevice request, string source) => connection.Execute(
        $"INSERT INTO pairing_requests ({Columns}, source, retried_at) VALUES ($id, $device, $key, $name, $platform, $family, $client, $mode, "
        + "$role, $roles, $scopes, $ip, $repair, $at, $source, $at)",
        ("$id", request.RequestId), ("$device", request.DeviceId), ("$key", request.PublicKey), ("$name", request.DisplayName),
        ("$platform", request.Platform), ("$family", request.DeviceFamily), ("$client", request.ClientId), ("$mode", request.ClientMode),
        ("$role", request.Role), ("$roles", WordList.Join(request.Roles)), ("$scopes", WordList.Join(request.Scopes)), ("$ip", request.RemoteIp),
        ("$repair", request.IsRepair ? 1 : 0), ("$at", request.Ts), ("$source", source));

    public static void Retried(SqliteConnection connection, string requestId, long now) => connection.Execute(
        "UPDATE pairing_requests SET retried_at = $now WHERE request_id = $id", ("$id", requestId), ("$now", now));

    public static bool Remove(SqliteConnection connection, string requestId) =>
        connection.Execute("DELETE FROM pairing_requests WHERE request_id = $id", ("$id", requestId)) > 0;

    public static void RemoveOfDevice(SqliteConnection connection, string deviceId) =>
        connection.Execute("DELETE FROM pairing_requests WHERE device_id = $id", ("$id", deviceId));

    public static void Expire(SqliteConnection connection, long oldest) =>
        connection.Execute("DELETE FROM pairing_requests WHERE retried_at < $oldest", ("$oldest", oldest));

    private static PendingDevice Read(SqliteDataReader row) => new()
    {
        RequestId = row.GetString(0),
        DeviceId = row.GetString(1),
        PublicKey = row.GetString(2),
        DisplayName = Text(row, 3),
        Platform = Text(row, 4),
        DeviceFamily = Text(row, 5),
        ClientId = Text(row, 6),
        ClientMode = Text(row, 7),
        Role = row.GetString(8),
        Roles = WordList.Split(row.GetString(9)),
        Scopes = WordList.Split(row.GetString(10)),
        RemoteIp = Text(row, 11),
        IsRepair = row.GetInt64(12) != 0,
        Ts = row.GetInt64(13),
        Silent = false,
    };

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

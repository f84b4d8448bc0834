using Microsoft.Data.Sqlite;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Devices that wait, that are there twice, and whose tokens may more than they were allowed.</summary>
internal sealed class DevicesCheck() : DoctorCheck("devices/pairing")
{
    protected override IEnumerable<DoctorFinding> Look(DoctorContext context) =>
        context.Query(connection => Requests(connection, context).Concat(Doubles(connection)).Concat(Drift(connection)));

    private static IEnumerable<DoctorFinding> Requests(SqliteConnection connection, DoctorContext context)
    {
        var oldest = context.Time.GetUtcNow().Subtract(PairingBook.Lifetime).ToUnixTimeMilliseconds();
        var waiting = connection.Scalar<long>("SELECT count(*) FROM pairing_requests WHERE retried_at >= $oldest", ("$oldest", oldest));
        var stale = connection.Scalar<long>("SELECT count(*) FROM pairing_requests WHERE retried_at < $oldest", ("$oldest", oldest));
        if (waiting > 0)
            yield return DoctorFinding.Info($"{waiting} devices wait to be let in") with { Path = "pairing_requests", FixHint = "openclaw devices list" };
        if (stale > 0)
        {
            yield return DoctorFinding.Info($"{stale} requests of devices are over and still stored") with
            {
                Path = "pairing_requests",
                Repair = DoctorRepair.Of($"remove {stale} old requests", () => StateEdit.Run(context, change =>
                    $"removed {change.Execute("DELETE FROM pairing_requests WHERE retried_at < $oldest", ("$oldest", oldest))} old requests of devices")),
            };
        }
    }

    private static IEnumerable<DoctorFinding> Doubles(SqliteConnection connection) => connection
        .Query(
            "SELECT coalesce(label, display_name), count(*) FROM devices WHERE coalesce(label, display_name) IS NOT NULL GROUP BY 1, platform HAVING count(*) > 1 LIMIT 10",
            static row => (Name: row.GetString(0), Count: row.GetInt64(1)))
        .Select(static one => DoctorFinding.Info($"{one.Count} devices are called \"{one.Name}\"; all but the newest are perhaps not used any more") with
        {
            Path = "devices",
            FixHint = "openclaw devices list, then openclaw devices remove",
        });

    private static IEnumerable<DoctorFinding> Drift(SqliteConnection connection) => connection
        .Query(
            "SELECT t.device_id, t.role, t.scopes, d.scopes FROM device_tokens t JOIN devices d USING (device_id) WHERE t.revoked_at IS NULL",
            static row => (Device: row.GetString(0), Role: row.GetString(1), Extra: WordList.Split(row.GetString(2)).Except(WordList.Split(row.GetString(3))).ToList()))
        .Where(static one => one.Extra.Count > 0)
        .Select(static one => DoctorFinding.Warning($"its token for {one.Role} has scopes it was not approved for: {string.Join(", ", one.Extra)}") with
        {
            Path = one.Device,
            FixHint = $"openclaw devices rotate --device {one.Device} --role {one.Role}",
        });
}

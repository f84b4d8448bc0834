using Microsoft.Data.Sqlite;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Messages on which a person has to decide: those that were not sent, and those that could not be handled.</summary>
internal sealed class DeadLettersCheck() : DoctorCheck("state/dead-letters")
{
    private static readonly TimeSpan OldTurn = TimeSpan.FromHours(1);

    protected override IEnumerable<DoctorFinding> Look(DoctorContext context) =>
        context.Query(connection => Outbox(connection).Concat(Inbox(connection, context.Time)));

    private static IEnumerable<DoctorFinding> Outbox(SqliteConnection connection)
    {
        var counts = connection.Query("SELECT state, count(*) FROM outbox GROUP BY state", static row => (State: (OutboxState)row.GetInt32(0), Count: row.GetInt64(1)));
        var dead = counts.Where(static one => OutboxStates.IsDead(one.State)).ToList();
        if (dead.Count == 0)
            return [];
        var parts = string.Join(", ", dead.Select(static one => $"{one.Count} {OutboxStates.NameOf(one.State)}"));
        return [DoctorFinding.Warning($"{dead.Sum(static one => one.Count)} messages did not get to their chats ({parts})") with
        {
            Path = "outbox",
            FixHint = "openclaw outbox list, then openclaw outbox retry or openclaw outbox drop",
        }];
    }

    private static IEnumerable<DoctorFinding> Inbox(SqliteConnection connection, TimeProvider time)
    {
        var failed = connection.Query(
            "SELECT coalesce(reason, 'no reason noted'), count(*) FROM inbox WHERE state = $state GROUP BY 1 ORDER BY 2 DESC LIMIT 3",
            static row => (Reason: row.GetString(0), Count: row.GetInt64(1)),
            ("$state", (int)InboxState.Failed));
        foreach (var (reason, count) in failed)
        {
            yield return DoctorFinding.Warning($"{count} received messages could not be handled: {reason}") with
            {
                Path = "inbox",
                FixHint = "openclaw inbox list, then openclaw inbox retry or openclaw inbox drop",
            };
        }

        var old = time.GetUtcNow().Subtract(OldTurn).ToUnixTimeMilliseconds();
        var waiting = connection.Scalar<long>("SELECT count(*) FROM inbox WHERE state = 0 AND received_at < $old", ("$old", old));
        if (waiting > 0)
        {
            yield return DoctorFinding.Warning($"{waiting} received messages have waited for more than an hour") with
            {
                Path = "inbox",
                FixHint = "They are taken as soon as a gateway runs; where one does, openclaw channels status tells what is wrong.",
            };
        }
    }
}

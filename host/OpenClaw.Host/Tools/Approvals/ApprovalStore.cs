using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tools.Approvals;

/// <summary>Requests on disk. A decision counts once it is here.</summary>
internal sealed class ApprovalStore(SqliteDatabase database, ApprovalLimits limits)
{
    /// <summary>Stores a new request. False when its id was used before.</summary>
    public ValueTask<bool> AddAsync(Approval approval, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.Execute(
                "INSERT INTO exec_approvals (id, ended_at, body) VALUES ($id, $ended, $body) ON CONFLICT (id) DO NOTHING",
                ("$id", approval.Id),
                ("$ended", approval.EndedAtMs),
                ("$body", Text(approval))) == 1,
            cancellationToken);

    public ValueTask EndAsync(Approval approval, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                Save(connection, approval);
                connection.Execute(
                    """
                    DELETE FROM exec_approvals WHERE ended_at IS NOT NULL AND rowid <=
                        (SELECT rowid FROM exec_approvals WHERE ended_at IS NOT NULL ORDER BY rowid DESC LIMIT 1 OFFSET $kept)
                    """,
                    ("$kept", limits.KeptEnded));
            },
            cancellationToken);

    public ValueTask<Approval?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.Query("SELECT body FROM exec_approvals WHERE id = $id", Read, ("$id", id)).SingleOrDefault(), cancellationToken);

    /// <summary>Ends what a process that is gone left waiting: nobody decided, so nothing is allowed.</summary>
    public ValueTask<int> ExpireLeftoversAsync(long now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                var left = connection.Query("SELECT body FROM exec_approvals WHERE ended_at IS NULL", Read);
                foreach (var approval in left)
                    Save(connection, approval with { EndedAtMs = now, TerminalReason = ApprovalEndings.Restart });
                return left.Count;
            },
            cancellationToken);

    private static void Save(SqliteConnection connection, Approval approval) =>
        connection.Execute(
            "UPDATE exec_approvals SET ended_at = $ended, body = $body WHERE id = $id",
            ("$id", approval.Id),
            ("$ended", approval.EndedAtMs),
            ("$body", Text(approval)));

    private static string Text(Approval approval) => JsonSerializer.Serialize(approval, ApprovalsJsonContext.Default.Approval);

    private static Approval Read(SqliteDataReader row) => JsonSerializer.Deserialize(row.GetString(0), ApprovalsJsonContext.Default.Approval)!;
}

using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Transcripts whose session is gone, and files that no message names.</summary>
internal static partial class OrphanLook
{
    private const string Orphans =
        """
        SELECT DISTINCT session_id FROM messages
        WHERE session_id NOT IN (SELECT session_id FROM sessions) AND session_id NOT IN (SELECT session_id FROM archived_transcripts)
        """;

    public static IReadOnlyList<DoctorFinding> Of(DoctorContext context) =>
        context.Query(connection => Transcripts(connection, context).Concat(context.IsDeep ? Media(connection, context) : []));

    private static IEnumerable<DoctorFinding> Transcripts(SqliteConnection connection, DoctorContext context)
    {
        var count = connection.Scalar<long>($"SELECT count(*) FROM ({Orphans})");
        if (count == 0)
            yield break;
        yield return DoctorFinding.Warning($"{count} transcripts belong to no session, so nobody can see them and nothing ever removes them") with
        {
            Path = "messages",
            Repair = DoctorRepair.Of($"put {count} transcripts without a session into the archive", () => StateEdit.Run(context, change => Archive(change, context))),
        };
    }

    // Kept, and not deleted: that would give them a date to go.
    private static string Archive(SqliteConnection connection, DoctorContext context)
    {
        var archived = connection.Execute(
            $"""
            INSERT INTO archived_transcripts (session_id, session_key, agent_id, reason, archived_at)
            SELECT session_id, 'agent:main:recovered-' || session_id, 'main', $reason, $now FROM ({Orphans})
            """,
            ("$reason", ArchiveReasons.Kept),
            ("$now", context.Time.GetUtcNow().ToUnixTimeMilliseconds()));
        return $"archived {archived} transcripts";
    }

    private static IEnumerable<DoctorFinding> Media(SqliteConnection connection, DoctorContext context)
    {
        var folder = new DirectoryInfo(Path.Combine(context.Paths.StateDirectory, "media", "inbound"));
        if (!folder.Exists)
            yield break;
        var files = folder.EnumerateFiles().ToDictionary(static file => file.Name, static file => file.Length, StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT body FROM messages UNION ALL SELECT input FROM runs UNION ALL SELECT body FROM inbox WHERE body IS NOT NULL";
        using var rows = command.ExecuteReader();
        while (files.Count > 0 && rows.Read())
        {
            foreach (var name in MediaName().EnumerateMatches(rows.GetString(0)))
                files.Remove(rows.GetString(0).Substring(name.Index, name.Length));
        }

        if (files.Count > 0)
        {
            yield return DoctorFinding.Info($"{files.Count} files ({files.Values.Sum() / 1024} KB) are named by no message; they go 30 days after they came") with
            {
                Path = folder.FullName,
            };
        }
    }

    [GeneratedRegex("[0-9a-f]{64}|[0-9a-f]{32}", RegexOptions.CultureInvariant)]
    private static partial Regex MediaName();
}

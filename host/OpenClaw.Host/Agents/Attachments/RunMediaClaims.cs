using Microsoft.Data.Sqlite;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Attachments;

/// <summary>The files of runs that have not ended.</summary>
internal sealed class RunMediaClaims : IMediaClaims
{
    public IEnumerable<string> FilesOf(SqliteConnection connection) => RunSql.OpenMedia(connection);
}

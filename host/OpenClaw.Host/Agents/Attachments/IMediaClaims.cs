using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Agents.Attachments;

/// <summary>Says which files of the media folder are still to be used by what waits on disk.</summary>
internal interface IMediaClaims
{
    /// <summary>Their names, or paths that end in them.</summary>
    IEnumerable<string> FilesOf(SqliteConnection connection);
}

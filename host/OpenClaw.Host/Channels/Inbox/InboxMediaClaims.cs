using Microsoft.Data.Sqlite;
using OpenClaw.Host.Agents.Attachments;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>The files of messages that nobody has looked at.</summary>
internal sealed class InboxMediaClaims : IMediaClaims
{
    public IEnumerable<string> FilesOf(SqliteConnection connection) => InboxSql.WaitingMedia(connection);
}

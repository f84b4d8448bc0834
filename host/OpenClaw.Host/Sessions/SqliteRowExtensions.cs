using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Sessions;

/// <summary>Columns that may be NULL.</summary>
internal static class SqliteRowExtensions
{
    extension(SqliteDataReader row)
    {
        public string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        public long? Long(int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
    }
}

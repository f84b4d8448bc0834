namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_blob_open(
        sqlite3 db, string db_utf8, string table_utf8, string col_utf8, long rowid, int flags, out sqlite3_blob blob) =>
        NativeMethods.sqlite3_blob_open(db, db_utf8, table_utf8, col_utf8, rowid, flags, out blob);

    public static int sqlite3_blob_bytes(sqlite3_blob blob) => NativeMethods.sqlite3_blob_bytes(blob);

    public static int sqlite3_blob_read(sqlite3_blob blob, Span<byte> b, int offset)
    {
        fixed (byte* start = b)
        {
            return NativeMethods.sqlite3_blob_read(blob, start, b.Length, offset);
        }
    }

    public static int sqlite3_blob_write(sqlite3_blob blob, ReadOnlySpan<byte> b, int offset)
    {
        fixed (byte* start = b)
        {
            return NativeMethods.sqlite3_blob_write(blob, start, b.Length, offset);
        }
    }

    public static sqlite3_backup sqlite3_backup_init(sqlite3 destDb, string destName, sqlite3 sourceDb, string sourceName) =>
        NativeMethods.sqlite3_backup_init(destDb, destName, sourceDb, sourceName);

    public static int sqlite3_backup_step(sqlite3_backup backup, int nPage) => NativeMethods.sqlite3_backup_step(backup, nPage);
}

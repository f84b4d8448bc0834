using System.Runtime.InteropServices;

namespace SQLitePCL;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int sqlite3_open(string filename, out sqlite3 db);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int sqlite3_open_v2(string filename, out sqlite3 db, int flags, string? vfs);

    [LibraryImport(Library)]
    internal static partial int sqlite3_close_v2(nint db);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int sqlite3_exec(sqlite3 db, string sql, void* callback, void* argument, byte** error);

    [LibraryImport(Library)]
    internal static partial int sqlite3_errcode(sqlite3 db);

    [LibraryImport(Library)]
    internal static partial int sqlite3_extended_errcode(sqlite3 db);

    [LibraryImport(Library)]
    internal static partial byte* sqlite3_errmsg(sqlite3 db);

    [LibraryImport(Library)]
    internal static partial int sqlite3_changes(sqlite3 db);

    [LibraryImport(Library)]
    internal static partial void sqlite3_interrupt(sqlite3 db);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial byte* sqlite3_db_filename(sqlite3 db, string name);

    [LibraryImport(Library)]
    internal static partial int sqlite3_db_config(sqlite3 db, int option, int value, out int result);

    // The function is variadic: Apple's arm64 convention wants everything after the named arguments on the stack,
    // so the six remaining argument registers are filled first.
    [LibraryImport(Library, EntryPoint = "sqlite3_db_config")]
    internal static partial int sqlite3_db_config_apple_arm64(
        sqlite3 db, int option, nint r2, nint r3, nint r4, nint r5, nint r6, nint r7, nint value, out int result);

    [LibraryImport(Library)]
    internal static partial int sqlite3_enable_load_extension(sqlite3 db, int onoff);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int sqlite3_load_extension(sqlite3 db, string file, string? entryPoint, byte** error);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int sqlite3_table_column_metadata(
        sqlite3 db, string? database, string table, string column, out byte* type, out byte* collation,
        out int notNull, out int primaryKey, out int autoIncrement);

    [LibraryImport(Library)]
    internal static partial nint sqlite3_rollback_hook(sqlite3 db, delegate* unmanaged[Cdecl]<nint, void> hook, nint argument);

    [LibraryImport(Library)]
    internal static partial nint sqlite3_rollback_hook(nint db, delegate* unmanaged[Cdecl]<nint, void> hook, nint argument);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int sqlite3_blob_open(
        sqlite3 db, string database, string table, string column, long rowid, int flags, out sqlite3_blob blob);

    [LibraryImport(Library)]
    internal static partial int sqlite3_blob_bytes(sqlite3_blob blob);

    [LibraryImport(Library)]
    internal static partial int sqlite3_blob_read(sqlite3_blob blob, byte* buffer, int count, int offset);

    [LibraryImport(Library)]
    internal static partial int sqlite3_blob_write(sqlite3_blob blob, byte* buffer, int count, int offset);

    [LibraryImport(Library)]
    internal static partial int sqlite3_blob_close(nint blob);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial sqlite3_backup sqlite3_backup_init(sqlite3 destination, string destinationName, sqlite3 source, string sourceName);

    [LibraryImport(Library)]
    internal static partial int sqlite3_backup_step(sqlite3_backup backup, int pages);

    [LibraryImport(Library)]
    internal static partial int sqlite3_backup_finish(nint backup);
}

using System.Runtime.InteropServices;

namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_open(string filename, out sqlite3 db) => NativeMethods.sqlite3_open(filename, out db);

    public static int sqlite3_open_v2(string filename, out sqlite3 db, int flags, string? vfs) =>
        NativeMethods.sqlite3_open_v2(filename, out db, flags, vfs);

    public static int sqlite3_exec(sqlite3 db, string sql) => NativeMethods.sqlite3_exec(db, sql, null, null, null);

    public static int sqlite3_errcode(sqlite3 db) => NativeMethods.sqlite3_errcode(db);

    public static int sqlite3_extended_errcode(sqlite3 db) => NativeMethods.sqlite3_extended_errcode(db);

    public static utf8z sqlite3_errmsg(sqlite3 db) => utf8z.FromPointer(NativeMethods.sqlite3_errmsg(db));

    public static int sqlite3_changes(sqlite3 db) => NativeMethods.sqlite3_changes(db);

    /// <summary>Makes the statement in progress on another thread end with SQLITE_INTERRUPT.</summary>
    public static void sqlite3_interrupt(sqlite3 db) => NativeMethods.sqlite3_interrupt(db);

    public static utf8z sqlite3_db_filename(sqlite3 db, string att) => utf8z.FromPointer(NativeMethods.sqlite3_db_filename(db, att));

    public static int sqlite3_db_config(sqlite3 db, int op, int val, out int result) =>
        OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64
            ? NativeMethods.sqlite3_db_config_apple_arm64(db, op, 0, 0, 0, 0, 0, 0, val, out result)
            : NativeMethods.sqlite3_db_config(db, op, val, out result);

    public static int sqlite3_enable_load_extension(sqlite3 db, int enable) => NativeMethods.sqlite3_enable_load_extension(db, enable);

    public static int sqlite3_load_extension(sqlite3 db, utf8z fileName, utf8z procName, out utf8z errMsg)
    {
        byte* error = null;
        var code = NativeMethods.sqlite3_load_extension(db, fileName.utf8_to_string() ?? "", procName.utf8_to_string(), &error);

        // The message belongs to SQLite's allocator, so it is copied before it is given back.
        errMsg = utf8z.FromString(utf8z.FromPointer(error).utf8_to_string());
        NativeMethods.sqlite3_free(error);
        return code;
    }

    public static int sqlite3_table_column_metadata(
        sqlite3 db, string? dbName, string tblName, string colName, out string? dataType, out string? collSeq,
        out int notNull, out int primaryKey, out int autoInc)
    {
        var code = NativeMethods.sqlite3_table_column_metadata(
            db, dbName, tblName, colName, out var type, out var collation, out notNull, out primaryKey, out autoInc);
        dataType = utf8z.FromPointer(type).utf8_to_string();
        collSeq = utf8z.FromPointer(collation).utf8_to_string();
        return code;
    }
}

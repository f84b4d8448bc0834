namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_column_count(sqlite3_stmt stmt) => NativeMethods.sqlite3_column_count(stmt.DangerousGetHandle());

    public static int sqlite3_data_count(sqlite3_stmt stmt) => NativeMethods.sqlite3_data_count(stmt.DangerousGetHandle());

    public static int sqlite3_column_type(sqlite3_stmt stmt, int index) => NativeMethods.sqlite3_column_type(stmt.DangerousGetHandle(), index);

    public static utf8z sqlite3_column_text(sqlite3_stmt stmt, int index)
    {
        // The length must be asked for after the conversion to text, which may change it.
        var text = NativeMethods.sqlite3_column_text(stmt.DangerousGetHandle(), index);
        return utf8z.FromPointer(text, NativeMethods.sqlite3_column_bytes(stmt.DangerousGetHandle(), index));
    }

    public static ReadOnlySpan<byte> sqlite3_column_blob(sqlite3_stmt stmt, int index)
    {
        var value = NativeMethods.sqlite3_column_blob(stmt.DangerousGetHandle(), index);
        return value is null ? default : new(value, NativeMethods.sqlite3_column_bytes(stmt.DangerousGetHandle(), index));
    }

    public static double sqlite3_column_double(sqlite3_stmt stmt, int index) =>
        NativeMethods.sqlite3_column_double(stmt.DangerousGetHandle(), index);

    public static long sqlite3_column_int64(sqlite3_stmt stmt, int index) =>
        NativeMethods.sqlite3_column_int64(stmt.DangerousGetHandle(), index);

    public static utf8z sqlite3_column_name(sqlite3_stmt stmt, int index) =>
        utf8z.FromPointer(NativeMethods.sqlite3_column_name(stmt.DangerousGetHandle(), index));

    public static utf8z sqlite3_column_decltype(sqlite3_stmt stmt, int index) =>
        utf8z.FromPointer(NativeMethods.sqlite3_column_decltype(stmt.DangerousGetHandle(), index));

    public static utf8z sqlite3_column_database_name(sqlite3_stmt stmt, int index) =>
        utf8z.FromPointer(NativeMethods.sqlite3_column_database_name(stmt.DangerousGetHandle(), index));

    public static utf8z sqlite3_column_origin_name(sqlite3_stmt stmt, int index) =>
        utf8z.FromPointer(NativeMethods.sqlite3_column_origin_name(stmt.DangerousGetHandle(), index));

    public static utf8z sqlite3_column_table_name(sqlite3_stmt stmt, int index) =>
        utf8z.FromPointer(NativeMethods.sqlite3_column_table_name(stmt.DangerousGetHandle(), index));
}

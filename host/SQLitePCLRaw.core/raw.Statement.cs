namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_prepare_v2(sqlite3 db, string sql, out sqlite3_stmt stmt)
    {
        using var text = new Utf8Buffer(sql, stackalloc byte[Utf8Buffer.OnStack]);
        fixed (byte* start = text.Bytes)
        {
            return NativeMethods.sqlite3_prepare_v2(db, start, text.Length, out stmt, out _);
        }
    }

    public static int sqlite3_prepare_v2(sqlite3 db, ReadOnlySpan<byte> sql, out sqlite3_stmt stmt, out ReadOnlySpan<byte> tail)
    {
        fixed (byte* start = sql)
        {
            var code = NativeMethods.sqlite3_prepare_v2(db, start, sql.Length, out stmt, out var rest);
            tail = rest is null ? default : sql[(int)(rest - start)..];
            return code;
        }
    }

    public static int sqlite3_step(sqlite3_stmt stmt) => NativeMethods.sqlite3_step(stmt);

    public static int sqlite3_reset(sqlite3_stmt stmt) => NativeMethods.sqlite3_reset(stmt);

    public static int sqlite3_stmt_readonly(sqlite3_stmt stmt) => NativeMethods.sqlite3_stmt_readonly(stmt);

    public static int sqlite3_stmt_isexplain(sqlite3_stmt stmt) => NativeMethods.sqlite3_stmt_isexplain(stmt);

    public static int sqlite3_bind_parameter_count(sqlite3_stmt stmt) => NativeMethods.sqlite3_bind_parameter_count(stmt);

    public static int sqlite3_bind_parameter_index(sqlite3_stmt stmt, string strName) =>
        NativeMethods.sqlite3_bind_parameter_index(stmt, strName);

    public static utf8z sqlite3_bind_parameter_name(sqlite3_stmt stmt, int index) =>
        utf8z.FromPointer(NativeMethods.sqlite3_bind_parameter_name(stmt, index));

    public static int sqlite3_bind_text(sqlite3_stmt stmt, int index, string? val)
    {
        if (val is null)
        {
            return NativeMethods.sqlite3_bind_null(stmt, index);
        }

        using var text = new Utf8Buffer(val, stackalloc byte[Utf8Buffer.OnStack]);
        fixed (byte* start = text.Bytes)
        {
            return NativeMethods.sqlite3_bind_text(stmt, index, start, text.Length, Transient);
        }
    }

    public static int sqlite3_bind_blob(sqlite3_stmt stmt, int index, ReadOnlySpan<byte> blob)
    {
        // An empty span has no address, and SQLite takes a null address for NULL.
        if (blob.IsEmpty)
        {
            return NativeMethods.sqlite3_bind_zeroblob(stmt, index, 0);
        }

        fixed (byte* start = blob)
        {
            return NativeMethods.sqlite3_bind_blob(stmt, index, start, blob.Length, Transient);
        }
    }

    public static int sqlite3_bind_double(sqlite3_stmt stmt, int index, double val) => NativeMethods.sqlite3_bind_double(stmt, index, val);

    public static int sqlite3_bind_int64(sqlite3_stmt stmt, int index, long val) => NativeMethods.sqlite3_bind_int64(stmt, index, val);

    public static int sqlite3_bind_null(sqlite3_stmt stmt, int index) => NativeMethods.sqlite3_bind_null(stmt, index);
}

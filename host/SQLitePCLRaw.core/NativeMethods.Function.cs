using System.Runtime.InteropServices;

namespace SQLitePCL;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int sqlite3_create_function_v2(
        sqlite3 db, string name, int arguments, int flags, nint application,
        delegate* unmanaged[Cdecl]<nint, int, nint*, void> scalar,
        delegate* unmanaged[Cdecl]<nint, int, nint*, void> step,
        delegate* unmanaged[Cdecl]<nint, void> final,
        delegate* unmanaged[Cdecl]<nint, void> destroy);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int sqlite3_create_collation_v2(
        sqlite3 db, string name, int encoding, nint application,
        delegate* unmanaged[Cdecl]<nint, int, byte*, int, byte*, int> compare,
        delegate* unmanaged[Cdecl]<nint, void> destroy);

    [LibraryImport(Library)]
    internal static partial nint sqlite3_user_data(nint context);

    [LibraryImport(Library)]
    internal static partial nint* sqlite3_aggregate_context(nint context, int bytes);

    [LibraryImport(Library)]
    internal static partial int sqlite3_value_type(nint value);

    [LibraryImport(Library)]
    internal static partial byte* sqlite3_value_text(nint value);

    [LibraryImport(Library)]
    internal static partial byte* sqlite3_value_blob(nint value);

    [LibraryImport(Library)]
    internal static partial int sqlite3_value_bytes(nint value);

    [LibraryImport(Library)]
    internal static partial double sqlite3_value_double(nint value);

    [LibraryImport(Library)]
    internal static partial long sqlite3_value_int64(nint value);

    [LibraryImport(Library)]
    internal static partial void sqlite3_result_text(nint context, byte* text, int length, nint destructor);

    [LibraryImport(Library)]
    internal static partial void sqlite3_result_blob(nint context, byte* value, int length, nint destructor);

    [LibraryImport(Library)]
    internal static partial void sqlite3_result_zeroblob(nint context, int length);

    [LibraryImport(Library)]
    internal static partial void sqlite3_result_double(nint context, double value);

    [LibraryImport(Library)]
    internal static partial void sqlite3_result_int64(nint context, long value);

    [LibraryImport(Library)]
    internal static partial void sqlite3_result_null(nint context);

    [LibraryImport(Library)]
    internal static partial void sqlite3_result_error(nint context, byte* message, int length);

    [LibraryImport(Library)]
    internal static partial void sqlite3_result_error_code(nint context, int code);
}

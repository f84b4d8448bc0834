namespace SQLitePCL;

/// <summary>SQLite's C interface under the names and signatures that Microsoft.Data.Sqlite was compiled against.</summary>
public static unsafe partial class raw
{
    private const int Utf8 = 1;

    // Tells SQLite to take its own copy of a text or blob before the call returns.
    private const nint Transient = -1;

    public static string GetNativeLibraryName() => NativeLibraryLoader.ImportName;

    public static utf8z sqlite3_libversion() => utf8z.FromPointer(NativeMethods.sqlite3_libversion());

    public static int sqlite3_libversion_number() => NativeMethods.sqlite3_libversion_number();

    public static utf8z sqlite3_errstr(int rc) => utf8z.FromPointer(NativeMethods.sqlite3_errstr(rc));

    public static int sqlite3_keyword_count() => NativeMethods.sqlite3_keyword_count();

    public static int sqlite3_keyword_name(int i, out string? name)
    {
        var code = NativeMethods.sqlite3_keyword_name(i, out var text, out var length);
        name = code == 0 ? utf8z.FromPointer(text, length).utf8_to_string() : null;
        return code;
    }

    public static int sqlite3_win32_set_directory(int typ, string? path) => NativeMethods.sqlite3_win32_set_directory8((uint)typ, path);
}

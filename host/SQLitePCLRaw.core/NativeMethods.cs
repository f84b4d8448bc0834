using System.Runtime.InteropServices;

namespace SQLitePCL;

/// <summary>The imports. Handles that own something travel as safe handles; getters on a row in progress take the bare pointer.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = NativeLibraryLoader.ImportName;

    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, NativeLibraryLoader.Resolve);

    [LibraryImport(Library)]
    internal static partial byte* sqlite3_libversion();

    [LibraryImport(Library)]
    internal static partial int sqlite3_libversion_number();

    [LibraryImport(Library)]
    internal static partial byte* sqlite3_errstr(int code);

    [LibraryImport(Library)]
    internal static partial int sqlite3_keyword_count();

    [LibraryImport(Library)]
    internal static partial int sqlite3_keyword_name(int index, out byte* name, out int length);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int sqlite3_win32_set_directory8(uint type, string? path);

    [LibraryImport(Library)]
    internal static partial void sqlite3_free(void* memory);
}

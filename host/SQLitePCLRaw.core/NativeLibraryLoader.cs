using System.Reflection;
using System.Runtime.InteropServices;

namespace SQLitePCL;

/// <summary>Finds the system's SQLite library and refuses one that is missing or too old, each with one clear sentence.</summary>
internal static class NativeLibraryLoader
{
    public const string ImportName = "sqlite3";
    public const string OverrideVariable = "OPENCLAW_SQLITE_LIB";

    // 3.35.0 brought RETURNING, which the stores use.
    public const int OldestVersion = 3_035_000;

    public static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == ImportName ? Load(Candidates(Environment.GetEnvironmentVariable(OverrideVariable)), assembly, searchPath) : 0;

    public static string[] Candidates(string? chosen) =>
        !string.IsNullOrWhiteSpace(chosen) ? [chosen]
        : OperatingSystem.IsWindows() ? ["e_sqlite3", "winsqlite3"]
        : OperatingSystem.IsMacOS() ? ["/usr/lib/libsqlite3.dylib"]
        : ["libsqlite3.so.0", "e_sqlite3"];

    public static unsafe nint Load(string[] candidates, Assembly assembly, DllImportSearchPath? searchPath)
    {
        foreach (var candidate in candidates)
        {
            if (NativeLibrary.TryLoad(candidate, assembly, searchPath, out var library))
            {
                if (!NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var version))
                {
                    throw new DllNotFoundException($"The library '{candidate}' is not SQLite: {HowToInstall}.");
                }

                RefuseOld(((delegate* unmanaged[Cdecl]<int>)version)(), candidate);
                return library;
            }
        }

        throw new DllNotFoundException($"The SQLite library '{string.Join("' or '", candidates)}' could not be loaded: {HowToInstall}.");
    }

    public static void RefuseOld(int version, string library)
    {
        if (version < OldestVersion)
        {
            throw new DllNotFoundException(
                $"The SQLite library '{library}' is version {Dotted(version)}, older than {Dotted(OldestVersion)}: {HowToInstall}.");
        }
    }

    private static string HowToInstall => $"install libsqlite3-0 (Debian), sqlite-libs (Fedora), or set {OverrideVariable} to the full path of the library";

    private static string Dotted(int version) => $"{version / 1_000_000}.{version / 1000 % 1000}.{version % 1000}";
}

using SQLitePCL;

namespace OpenClaw.Host.Tests.Storage.Bindings;

public sealed class NativeLibraryTests
{
    [Fact]
    public void A_missing_library_gives_one_sentence_with_the_ways_to_get_it()
    {
        var error = Assert.Throws<DllNotFoundException>(
            () => NativeLibraryLoader.Load(["/nowhere/libsqlite3.so"], typeof(NativeLibraryTests).Assembly, null));

        Assert.Equal(
            "The SQLite library '/nowhere/libsqlite3.so' could not be loaded: install libsqlite3-0 (Debian), sqlite-libs (Fedora), "
            + "or set OPENCLAW_SQLITE_LIB to the full path of the library.",
            error.Message);
    }

    [Fact]
    public void A_library_that_is_too_old_is_refused_with_both_versions()
    {
        var error = Assert.Throws<DllNotFoundException>(() => NativeLibraryLoader.RefuseOld(3_034_001, "libsqlite3.so.0"));

        Assert.StartsWith("The SQLite library 'libsqlite3.so.0' is version 3.34.1, older than 3.35.0: install", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_is_not_sqlite_is_refused()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var error = Assert.Throws<DllNotFoundException>(
            () => NativeLibraryLoader.Load(["libc.so.6"], typeof(NativeLibraryTests).Assembly, null));
        Assert.StartsWith("The library 'libc.so.6' is not SQLite", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_chosen_by_the_variable_is_the_only_candidate()
    {
        Assert.Equal(["/opt/sqlite.so"], NativeLibraryLoader.Candidates("/opt/sqlite.so"));
        Assert.NotEmpty(NativeLibraryLoader.Candidates(" "));
    }

    [Fact]
    public void The_library_in_use_is_recent_enough()
    {
        Assert.True(raw.sqlite3_libversion_number() >= NativeLibraryLoader.OldestVersion);
        Assert.StartsWith("3.", raw.sqlite3_libversion().utf8_to_string(), StringComparison.Ordinal);
    }
}

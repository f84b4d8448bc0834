using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Tests.Channels.Crash;

/// <summary>Lets SQLite itself say that it is about to commit, and that it has: so every commit is seen, whoever asked for it.</summary>
internal sealed class CommitHooks
{
    private readonly CommitHook _before;
    private readonly WalHook _after;

    private CommitHooks(FaultPoint point)
    {
        _before = _ =>
        {
            point.Pass(FaultPoint.BeforeCommit);
            return 0;
        };
        _after = (_, _, _, _) =>
        {
            point.Pass(FaultPoint.AfterCommit);
            return 0;
        };
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int CommitHook(nint state);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int WalHook(nint state, nint connection, nint database, int pages);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint SetHook(nint connection, nint hook, nint state);

    /// <summary>The hooks live as long as what is returned.</summary>
    public static CommitHooks Install(SqliteConnection connection, FaultPoint point)
    {
        var hooks = new CommitHooks(point);
        var library = NativeLibrary.Load("libsqlite3.so.0");
        // By name, for the type of the property is that of a signed package our own project stands in for.
        var handle = ((SafeHandle)typeof(SqliteConnection).GetProperty("Handle")!.GetValue(connection)!).DangerousGetHandle();
        Set(library, "sqlite3_commit_hook")(handle, Marshal.GetFunctionPointerForDelegate(hooks._before), 0);
        Set(library, "sqlite3_wal_hook")(handle, Marshal.GetFunctionPointerForDelegate(hooks._after), 0);
        return hooks;
    }

    private static SetHook Set(nint library, string name) =>
        Marshal.GetDelegateForFunctionPointer<SetHook>(NativeLibrary.GetExport(library, name));
}

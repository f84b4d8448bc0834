using System.Runtime.InteropServices;

namespace SQLitePCL;

/// <summary>An open database connection.</summary>
public sealed class sqlite3() : SafeHandle(0, ownsHandle: true)
{
    private GCHandle _rollbackHook;

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    internal void KeepRollbackHook(GCHandle hook)
    {
        if (_rollbackHook.IsAllocated)
        {
            _rollbackHook.Free();
        }

        _rollbackHook = hook;
    }

    /// <inheritdoc/>
    protected override unsafe bool ReleaseHandle()
    {
        // Closing rolls an open transaction back, which must not call into a hook that is about to be freed.
        _ = NativeMethods.sqlite3_rollback_hook(handle, null, 0);
        KeepRollbackHook(default);

        // close_v2 defers to the last statement still open, whose finalizer may run after this one.
        return NativeMethods.sqlite3_close_v2(handle) == 0;
    }
}

using System.Runtime.InteropServices;

namespace SQLitePCL;

/// <summary>An open handle to one stored blob.</summary>
public sealed class sqlite3_blob() : SafeHandle(0, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        // The return code repeats the error of the last call on the handle; the handle is released either way.
        _ = NativeMethods.sqlite3_blob_close(handle);
        return true;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OpenClaw.Host.Tests.Storage.PowerCuts;

/// <summary>
/// Stands between SQLite and the operating system for a whole process, and notes what SQLite does to its files: every write, truncation,
/// deletion and flush goes through unchanged. It copies the tables of the file system that SQLite brings and replaces five entries.
/// </summary>
internal static unsafe class RecordingVfs
{
    private const int Pointer = 8;
    private const int VfsSize = 40 + (16 * Pointer);
    private const int VfsOpen = 40;
    private const int VfsDelete = 48;
    private const int MethodsSize = 152;
    private const int MethodsClose = 8;
    private const int MethodsWrite = 24;
    private const int MethodsTruncate = 32;
    private const int MethodsSync = 40;
    private const int Ok = 0;

    // The database, its rollback journal and its write-ahead log; the index of the log is made anew after a crash.
    private const int Recorded = 0x100 | 0x800 | 0x80000;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<nint, string> Files = [];
    private static readonly Dictionary<nint, nint> Tables = [];
    private static byte* _system;
    private static BinaryWriter? _log;

    /// <summary>Makes it the file system of every connection that this process opens from now on.</summary>
    public static void Install(string logFile)
    {
        _log = new BinaryWriter(File.Create(logFile));
        var library = NativeLibrary.Load("libsqlite3.so.0");
        ((delegate* unmanaged[Cdecl]<int>)NativeLibrary.GetExport(library, "sqlite3_initialize"))();
        _system = ((delegate* unmanaged[Cdecl]<byte*, byte*>)NativeLibrary.GetExport(library, "sqlite3_vfs_find"))(null);
        var own = (byte*)NativeMemory.AllocZeroed(VfsSize);
        Buffer.MemoryCopy(_system, own, VfsSize, VfsSize);
        *(nint*)(own + 24) = Marshal.StringToCoTaskMemUTF8("recording");
        *(nint*)(own + VfsOpen) = (nint)(delegate* unmanaged[Cdecl]<byte*, byte*, byte*, int, int*, int>)&Open;
        *(nint*)(own + VfsDelete) = (nint)(delegate* unmanaged[Cdecl]<byte*, byte*, int, int>)&Delete;
        ((delegate* unmanaged[Cdecl]<byte*, int, int>)NativeLibrary.GetExport(library, "sqlite3_vfs_register"))(own, 1);
    }

    public static void Answered(long row) => Note(DiskStepKind.Answer, "", row, []);

    public static void Finish()
    {
        lock (Gate)
        {
            _log!.Dispose();
            _log = null;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(byte* vfs, byte* name, byte* file, int flags, int* outFlags)
    {
        var result = ((delegate* unmanaged[Cdecl]<byte*, byte*, byte*, int, int*, int>)Entry(_system, VfsOpen))(_system, name, file, flags, outFlags);
        if (result != Ok || name == null || (flags & Recorded) == 0)
            return result;
        lock (Gate)
        {
            Files[(nint)file] = Path.GetFileName(Marshal.PtrToStringUTF8((nint)name)!);
            *(nint*)file = OwnTable(*(nint*)file);
        }

        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(byte* vfs, byte* name, int flush)
    {
        var result = ((delegate* unmanaged[Cdecl]<byte*, byte*, int, int>)Entry(_system, VfsDelete))(_system, name, flush);
        if (result == Ok)
            Note(DiskStepKind.Delete, Path.GetFileName(Marshal.PtrToStringUTF8((nint)name)!), flush, []);
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(byte* file)
    {
        var system = SystemTable(file);
        lock (Gate)
            Files.Remove((nint)file);
        return ((delegate* unmanaged[Cdecl]<byte*, int>)Entry(system, MethodsClose))(file);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(byte* file, byte* bytes, int length, long offset)
    {
        Note(DiskStepKind.Write, NameOf(file), offset, new ReadOnlySpan<byte>(bytes, length).ToArray());
        return ((delegate* unmanaged[Cdecl]<byte*, byte*, int, long, int>)Entry(SystemTable(file), MethodsWrite))(file, bytes, length, offset);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(byte* file, long length)
    {
        Note(DiskStepKind.Truncate, NameOf(file), length, []);
        return ((delegate* unmanaged[Cdecl]<byte*, long, int>)Entry(SystemTable(file), MethodsTruncate))(file, length);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(byte* file, int flags)
    {
        var result = ((delegate* unmanaged[Cdecl]<byte*, int, int>)Entry(SystemTable(file), MethodsSync))(file, flags);
        Note(DiskStepKind.Sync, NameOf(file), 0, []);
        return result;
    }

    private static void Note(DiskStepKind kind, string file, long number, byte[] bytes)
    {
        lock (Gate)
        {
            if (_log is { } log)
                new DiskStep(kind, file, number, bytes).Save(log);
        }
    }

    private static string NameOf(byte* file)
    {
        lock (Gate)
            return Files[(nint)file];
    }

    // Behind our table stands where the system's own is.
    private static byte* SystemTable(byte* file) => *(byte**)(*(byte**)file + MethodsSize);

    private static nint Entry(byte* table, int offset) => *(nint*)(table + offset);

    private static nint OwnTable(nint system)
    {
        if (Tables.TryGetValue(system, out var known))
            return known;
        var own = (byte*)NativeMemory.AllocZeroed(MethodsSize + Pointer);
        Buffer.MemoryCopy((void*)system, own, MethodsSize, MethodsSize);
        *(nint*)(own + MethodsSize) = system;
        *(nint*)(own + MethodsClose) = (nint)(delegate* unmanaged[Cdecl]<byte*, int>)&Close;
        *(nint*)(own + MethodsWrite) = (nint)(delegate* unmanaged[Cdecl]<byte*, byte*, int, long, int>)&Write;
        *(nint*)(own + MethodsTruncate) = (nint)(delegate* unmanaged[Cdecl]<byte*, long, int>)&Truncate;
        *(nint*)(own + MethodsSync) = (nint)(delegate* unmanaged[Cdecl]<byte*, int, int>)&Sync;
        return Tables[system] = (nint)own;
    }
}

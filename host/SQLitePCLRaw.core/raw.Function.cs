using System.Runtime.InteropServices;

namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_create_function(sqlite3 db, string name, int nArg, object? v, delegate_function_scalar? func) =>
        sqlite3_create_function(db, name, nArg, 0, v, func);

    public static int sqlite3_create_function(sqlite3 db, string name, int nArg, int flags, object? v, delegate_function_scalar? func)
    {
        if (func is null)
        {
            return NativeMethods.sqlite3_create_function_v2(db, name, nArg, Utf8 | flags, 0, null, null, null, null);
        }

        // SQLite calls Destroy when the function is replaced, the connection closes, or this very call fails.
        var handle = GCHandle.Alloc(new UserFunction(v, func, null, null));
        return NativeMethods.sqlite3_create_function_v2(
            db, name, nArg, Utf8 | flags, GCHandle.ToIntPtr(handle), &Callbacks.Scalar, null, null, &Callbacks.Destroy);
    }

    public static int sqlite3_create_function(
        sqlite3 db, string name, int nArg, object? v, delegate_function_aggregate_step? funcStep, delegate_function_aggregate_final? funcFinal) =>
        sqlite3_create_function(db, name, nArg, 0, v, funcStep, funcFinal);

    public static int sqlite3_create_function(
        sqlite3 db, string name, int nArg, int flags, object? v, delegate_function_aggregate_step? funcStep,
        delegate_function_aggregate_final? funcFinal)
    {
        if (funcStep is null || funcFinal is null)
        {
            return NativeMethods.sqlite3_create_function_v2(db, name, nArg, Utf8 | flags, 0, null, null, null, null);
        }

        var handle = GCHandle.Alloc(new UserFunction(v, null, funcStep, funcFinal));
        return NativeMethods.sqlite3_create_function_v2(
            db, name, nArg, Utf8 | flags, GCHandle.ToIntPtr(handle), null, &Callbacks.Step, &Callbacks.Final, &Callbacks.Destroy);
    }

    public static int sqlite3_create_collation(sqlite3 db, string name, object? v, strdelegate_collation? f)
    {
        if (f is null)
        {
            return NativeMethods.sqlite3_create_collation_v2(db, name, Utf8, 0, null, null);
        }

        var handle = GCHandle.Alloc(new UserCollation(v, f));
        var code = NativeMethods.sqlite3_create_collation_v2(
            db, name, Utf8, GCHandle.ToIntPtr(handle), &Callbacks.Compare, &Callbacks.Destroy);

        // Unlike for functions, SQLite does not call Destroy when this call fails.
        if (code != 0)
        {
            handle.Free();
        }

        return code;
    }

    public static void sqlite3_rollback_hook(sqlite3 db, delegate_rollback? f, object? v)
    {
        var handle = f is null ? default : GCHandle.Alloc(new UserRollback(v, f));
        _ = NativeMethods.sqlite3_rollback_hook(db, f is null ? null : &Callbacks.Rollback, f is null ? 0 : GCHandle.ToIntPtr(handle));
        db.KeepRollbackHook(handle);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace SQLitePCL;

/// <summary>What SQLite calls back. User code behind these must not throw; Microsoft.Data.Sqlite turns its errors into results first.</summary>
internal static unsafe class Callbacks
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Scalar(nint context, int count, nint* values)
    {
        var function = Target<UserFunction>(NativeMethods.sqlite3_user_data(context));
        function.Scalar!(new sqlite3_context { Pointer = context }, function.State!, Arguments(count, values));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Step(nint context, int count, nint* values)
    {
        var function = Target<UserFunction>(NativeMethods.sqlite3_user_data(context));
        var slot = NativeMethods.sqlite3_aggregate_context(context, sizeof(nint));
        if (*slot == 0)
        {
            *slot = GCHandle.ToIntPtr(GCHandle.Alloc(new sqlite3_context()));
        }

        var aggregate = Target<sqlite3_context>(*slot);
        aggregate.Pointer = context;
        function.Step!(aggregate, function.State!, Arguments(count, values));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Final(nint context)
    {
        var function = Target<UserFunction>(NativeMethods.sqlite3_user_data(context));

        // Zero bytes asks for what Step made without making it now: over no rows there is nothing.
        var slot = NativeMethods.sqlite3_aggregate_context(context, 0);
        var aggregate = slot is null || *slot == 0 ? new sqlite3_context() : Target<sqlite3_context>(*slot);
        aggregate.Pointer = context;
        function.Final!(aggregate, function.State!);
        if (slot is not null && *slot != 0)
        {
            GCHandle.FromIntPtr(*slot).Free();
            *slot = 0;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Compare(nint application, int leftLength, byte* left, int rightLength, byte* right)
    {
        var collation = Target<UserCollation>(application);
        return collation.Compare(collation.State!, Encoding.UTF8.GetString(left, leftLength), Encoding.UTF8.GetString(right, rightLength));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Rollback(nint application)
    {
        var rollback = Target<UserRollback>(application);
        rollback.Hook(rollback.State!);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Destroy(nint application) => GCHandle.FromIntPtr(application).Free();

    private static T Target<T>(nint handle) => (T)GCHandle.FromIntPtr(handle).Target!;

    private static sqlite3_value[] Arguments(int count, nint* values)
    {
        var arguments = new sqlite3_value[count];
        for (var i = 0; i < count; i++)
        {
            arguments[i] = new(values[i]);
        }

        return arguments;
    }
}

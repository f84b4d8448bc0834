using System.Reflection;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpenClaw.Host.Storage;

/// <summary>
/// Reaches the native connection. Its property has a type of the signed package that our unsigned project stands in for:
/// the runtime does not mind, the compiler does, so this one access goes by name.
/// </summary>
internal static class SqliteHandle
{
    private static readonly PropertyInfo Property = typeof(SqliteConnection).GetProperty("Handle")!;

    /// <summary>Ends the statement that another thread runs on the connection.</summary>
    public static void Interrupt(SqliteConnection connection)
    {
        if (Property.GetValue(connection) is sqlite3 { IsInvalid: false } handle)
        {
            raw.sqlite3_interrupt(handle);
        }
    }
}

namespace SQLitePCL;

/// <summary>An argument of an SQL function, valid during the call only.</summary>
public sealed class sqlite3_value
{
    internal sqlite3_value(nint pointer) => Pointer = pointer;

    internal nint Pointer { get; }
}

namespace SQLitePCL;

/// <summary>The call of an SQL function: where its result goes and, for an aggregate, what it has gathered.</summary>
public sealed class sqlite3_context
{
    /// <summary>Anything the aggregate keeps from row to row.</summary>
    public object? state;

    internal nint Pointer { get; set; }
}

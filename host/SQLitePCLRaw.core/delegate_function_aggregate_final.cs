namespace SQLitePCL;

/// <summary>Gives the result of an aggregate.</summary>
public delegate void delegate_function_aggregate_final(sqlite3_context ctx, object user_data);

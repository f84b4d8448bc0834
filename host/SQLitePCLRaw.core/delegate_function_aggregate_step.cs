namespace SQLitePCL;

/// <summary>Takes one row into an aggregate.</summary>
public delegate void delegate_function_aggregate_step(sqlite3_context ctx, object user_data, sqlite3_value[] args);

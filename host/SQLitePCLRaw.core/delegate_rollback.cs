namespace SQLitePCL;

/// <summary>Hears that a transaction was rolled back.</summary>
public delegate void delegate_rollback(object user_data);

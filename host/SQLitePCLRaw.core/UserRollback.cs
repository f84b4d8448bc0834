namespace SQLitePCL;

internal sealed record UserRollback(object? State, delegate_rollback Hook);

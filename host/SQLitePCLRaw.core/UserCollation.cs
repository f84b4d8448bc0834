namespace SQLitePCL;

internal sealed record UserCollation(object? State, strdelegate_collation Compare);

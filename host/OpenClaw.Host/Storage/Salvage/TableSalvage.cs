using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Storage.Salvage;

/// <summary>
/// Copies what can be read of one table: from its beginning up to the damage, from its end back to it, and between the two every row
/// that can be reached by its number.
/// </summary>
internal sealed class TableSalvage(SqliteConnection from, SqliteConnection to, string table)
{
    // Damage of one page hides some hundreds of rows; more single looks than this would take longer than anybody waits.
    private const long MostSingleLooks = 200_000;

    private long _rows;
    private long _refused;
    private string? _problem;

    public SalvagedTable Run()
    {
        var columns = CommonColumns();
        if (columns.Count == 0)
            return new SalvagedTable(table, 0, 0, "its columns could not be read");
        if (HasRowNumbers())
            CopyByNumber(columns);
        else
            CopyFromBothEnds(columns);
        return new SalvagedTable(table, _rows, _refused, _problem);
    }

    private void CopyByNumber(IReadOnlyList<string> columns)
    {
        var list = string.Join(", ", columns);
        var last = Copy(columns, $"SELECT rowid, {list} FROM {table} NOT INDEXED ORDER BY rowid", long.MinValue);
        if (_problem is null)
            return;
        var first = Copy(columns, $"SELECT rowid, {list} FROM {table} NOT INDEXED WHERE rowid > {last} ORDER BY rowid DESC", long.MaxValue);
        if (last == long.MinValue || first == long.MaxValue)
            return;
        for (var (number, looks) = (last + 1, 0L); number < first && looks < MostSingleLooks; number++, looks++)
            Copy(columns, $"SELECT rowid, {list} FROM {table} NOT INDEXED WHERE rowid = {number}", 0);
    }

    private void CopyFromBothEnds(IReadOnlyList<string> columns)
    {
        var list = string.Join(", ", columns);
        var keys = string.Join(", ", from.Query($"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk", static row => row.GetString(0)));
        Copy(columns, $"SELECT 0, {list} FROM {table} ORDER BY {keys}", 0);
        if (_problem is not null)
            Copy(columns, $"SELECT 0, {list} FROM {table} ORDER BY {string.Join(", ", keys.Split(", ").Select(static key => key + " DESC"))}", 0);
    }

    /// <returns>The number of the last row that was read.</returns>
    private long Copy(IReadOnlyList<string> columns, string query, long none)
    {
        var last = none;
        try
        {
            using var command = from.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns come from our own schema.
            command.CommandText = query;
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                last = reader.GetInt64(0);
                Insert(columns, reader);
            }
        }
        catch (SqliteException error)
        {
            _problem = error.SqliteErrorCode == Corrupt ? "a part could not be read" : error.Message;
        }

        return last;
    }

    private void Insert(IReadOnlyList<string> columns, SqliteDataReader reader)
    {
        using var command = to.CreateCommand();
#pragma warning disable CA2100 // As above.
        command.CommandText = $"INSERT OR IGNORE INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(static (_, at) => $"$p{at}"))})";
#pragma warning restore CA2100
        for (var at = 0; at < columns.Count; at++)
            command.Parameters.AddWithValue($"$p{at}", reader.GetValue(at + 1));
        try
        {
            // A row that is met from both ends is the same row, and not refused.
            _rows += command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            _refused++;
        }
    }

    private List<string> CommonColumns()
    {
        const string Names = "SELECT name FROM pragma_table_info($table) ORDER BY cid";
        var there = to.Query(Names, static row => row.GetString(0), ("$table", table));
        try
        {
            return [.. from.Query(Names, static row => row.GetString(0), ("$table", table)).Intersect(there)];
        }
        catch (SqliteException)
        {
            return [];
        }
    }

    private bool HasRowNumbers() => to.Scalar<long>("SELECT wr FROM pragma_table_list WHERE name = $table", ("$table", table)) == 0;

    private const int Corrupt = 11;
}

using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Storage.Bindings;

public sealed class ValueTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:;Pooling=False");

    public ValueTests() => _connection.Open();

    public static TheoryData<object> Values => new(
        "plain", "", "with\0nul and after", "\0", "snow \u2603 and beyond \U0001F680", new string('é', 5000), 0L, long.MinValue, long.MaxValue, 0.1,
        double.MaxValue, Array.Empty<byte>(), (byte[])[0, 1, 0, 255], new byte[100_000]);

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_comes_back_as_it_went_in(object value)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT $value, typeof($value), length(CAST($value AS BLOB))";
        command.Parameters.AddWithValue("$value", value);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());

        Assert.Equal(value, reader.GetValue(0));
        Assert.Equal(value is string ? "text" : value is byte[]? "blob" : value is long ? "integer" : "real", reader.GetString(1));
        if (value is string text)
        {
            Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(text), reader.GetInt64(2));
        }
    }

    [Fact]
    public void Null_stays_null_and_differs_from_empty()
    {
        Assert.Equal(1, _connection.Scalar<long>("SELECT $a IS NULL", ("$a", null)));
        Assert.Equal(0, _connection.Scalar<long>("SELECT $a IS NULL", ("$a", "")));
        Assert.Equal(0, _connection.Scalar<long>("SELECT $a IS NULL", ("$a", Array.Empty<byte>())));
    }

    [Fact]
    public void Several_statements_run_in_order_and_comments_are_nothing()
    {
        Assert.Equal(2, _connection.Execute("CREATE TABLE t (x); -- first\nINSERT INTO t VALUES (1), (2); /* last */ "));
        Assert.Equal([1, 2], _connection.Query("SELECT x FROM t ORDER BY x", row => row.GetInt32(0)));
    }

    [Fact]
    public void An_error_carries_its_codes_and_the_words_of_the_engine()
    {
        _connection.Execute("CREATE TABLE t (x UNIQUE)");
        var error = Assert.Throws<SqliteException>(() => _connection.Execute("INSERT INTO t VALUES (1), (1)"));

        Assert.Equal(19, error.SqliteErrorCode);
        Assert.Equal(2067, error.SqliteExtendedErrorCode);
        Assert.Contains("UNIQUE constraint failed: t.x", error.Message, StringComparison.Ordinal);
        Assert.Contains("near \"SELEKT\"", Assert.Throws<SqliteException>(() => _connection.Execute("SELEKT 1")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_know_where_they_come_from()
    {
        _connection.Execute("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL COLLATE NOCASE)");
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT id AS key, name FROM t";
        using var reader = command.ExecuteReader();
        using var schema = reader.GetSchemaTable()!;

        Assert.Equal(["key", "name"], schema.Rows.Cast<System.Data.DataRow>().Select(r => (string)r["ColumnName"]));
        Assert.Equal(["id", "name"], schema.Rows.Cast<System.Data.DataRow>().Select(r => (string)r["BaseColumnName"]));
        Assert.True((bool)schema.Rows[0]["IsAutoIncrement"]);
        Assert.False((bool)schema.Rows[1]["AllowDBNull"]);
    }

    [Fact]
    public void A_blob_is_read_and_written_in_place()
    {
        _connection.Execute("CREATE TABLE t (x BLOB); INSERT INTO t VALUES (zeroblob(10))");
        using (var blob = new SqliteBlob(_connection, "t", "x", 1))
        {
            blob.Position = 4;
            blob.Write([1, 2, 3]);
            Assert.Equal(10, blob.Length);
        }

        using var again = new SqliteBlob(_connection, "t", "x", 1, readOnly: true);
        var bytes = new byte[10];
        again.ReadExactly(bytes);
        Assert.Equal((byte[])[0, 0, 0, 0, 1, 2, 3, 0, 0, 0], bytes);
    }

    [Fact]
    public void A_backup_has_the_rows()
    {
        _connection.Execute("CREATE TABLE t (x); INSERT INTO t VALUES (42)");
        using var copy = new SqliteConnection("Data Source=:memory:;Pooling=False");
        copy.Open();

        _connection.BackupDatabase(copy);

        Assert.Equal(42, copy.Scalar<long>("SELECT x FROM t"));
    }

    public void Dispose() => _connection.Dispose();
}

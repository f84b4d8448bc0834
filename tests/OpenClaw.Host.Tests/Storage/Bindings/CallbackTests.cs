using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Storage.Bindings;

public sealed class CallbackTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:;Pooling=False");

    public CallbackTests() => _connection.Open();

    [Fact]
    public void A_function_takes_and_gives_every_kind_of_value()
    {
        _connection.CreateFunction("twice", (string text) => text + text);
        _connection.CreateFunction("plus", (long left, double right) => left + right);
        _connection.CreateFunction("reversed", (byte[] bytes) => bytes.Reverse().ToArray());
        _connection.CreateFunction("absent", () => (string?)null);
        _connection.CreateFunction("empty", () => Array.Empty<byte>());

        Assert.Equal("a\0ba\0b", _connection.Scalar<string>("SELECT twice($a)", ("$a", "a\0b")));
        Assert.Equal(1.5, _connection.Scalar<double>("SELECT plus(1, 0.5)"));
        Assert.Equal((byte[])[2, 1], _connection.Scalar<byte[]>("SELECT reversed(x'0102')"));
        Assert.Equal(1, _connection.Scalar<long>("SELECT absent() IS NULL"));
        Assert.Equal("blob", _connection.Scalar<string>("SELECT typeof(empty())"));
    }

    [Fact]
    public void A_function_that_throws_fails_its_statement_with_the_words()
    {
        _connection.CreateFunction<int>("broken", () => throw new InvalidOperationException("out of order"));

        var error = Assert.Throws<SqliteException>(() => _connection.Scalar<long>("SELECT broken()"));

        Assert.Contains("out of order", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_aggregate_starts_afresh_for_every_group_and_every_statement()
    {
        _connection.CreateAggregate("gathered", "<", (string all, long next) => all + next, all => all + ">");
        const string Rows = "SELECT gathered(x) FROM (SELECT 1 AS g, 1 AS x UNION ALL SELECT 1, 2 UNION ALL SELECT 2, 3)";

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("<123>", _connection.Scalar<string>(Rows));
            Assert.Equal(["<12>", "<3>"], _connection.Query(Rows + " GROUP BY g ORDER BY g", row => row.GetString(0)));
        }

        Assert.Equal("<>", _connection.Scalar<string>(Rows + " WHERE 0"));
    }

    [Fact]
    public void An_aggregate_that_throws_fails_its_statement_and_the_next_one_works()
    {
        _connection.CreateAggregate("careful", 0L, (long all, long next) => next < 0 ? throw new InvalidOperationException("below zero") : all + next);

        Assert.Throws<SqliteException>(() => _connection.Scalar<long>("SELECT careful(x) FROM (SELECT 1 AS x UNION ALL SELECT -1)"));
        Assert.Equal(3, _connection.Scalar<long>("SELECT careful(x) FROM (SELECT 1 AS x UNION ALL SELECT 2)"));
    }

    [Fact]
    public void A_collation_orders_and_can_be_taken_away()
    {
        _connection.CreateCollation("by_length", (left, right) => left.Length - right.Length);
        const string Sorted = "SELECT x FROM (SELECT 'ccc' AS x UNION ALL SELECT 'b' UNION ALL SELECT 'aa') ORDER BY x COLLATE by_length";

        Assert.Equal(["b", "aa", "ccc"], _connection.Query(Sorted, row => row.GetString(0)));

        _connection.CreateCollation("by_length", null);
        Assert.Throws<SqliteException>(() => _connection.Query(Sorted, row => row.GetString(0)));
    }

    [Fact]
    public void A_transaction_that_the_engine_rolled_back_is_known_to_be_over()
    {
        _connection.Execute("CREATE TABLE t (x UNIQUE ON CONFLICT ROLLBACK)");
        using (var transaction = _connection.BeginTransaction())
        {
            _connection.Execute("INSERT INTO t VALUES (1)");
            Assert.Throws<SqliteException>(() => _connection.Execute("INSERT INTO t VALUES (1)"));
            Assert.Throws<InvalidOperationException>(transaction.Commit);
        }

        using (var transaction = _connection.BeginTransaction())
        {
            _connection.Execute("INSERT INTO t VALUES (2)");
            transaction.Save("here");
            _connection.Execute("INSERT INTO t VALUES (3)");
            transaction.Rollback("here");
            transaction.Commit();
        }

        Assert.Equal([2], _connection.Query("SELECT x FROM t", row => row.GetInt32(0)));
    }

    [Fact]
    public void Closing_in_the_middle_of_a_transaction_harms_absent()
    {
        using var other = new SqliteConnection("Data Source=:memory:;Pooling=False");
        other.Open();
        other.CreateFunction("one", () => 1);
        using var transaction = other.BeginTransaction();
        using var command = other.CreateCommand();
        command.CommandText = "SELECT one()";
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());

        other.Dispose();

        Assert.Equal(System.Data.ConnectionState.Closed, other.State);
    }

    public void Dispose() => _connection.Dispose();
}

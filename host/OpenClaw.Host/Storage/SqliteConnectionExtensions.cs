using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Storage;

/// <summary>The three shapes of a statement that the rooms need, with named parameters; null is stored as NULL.</summary>
internal static class SqliteConnectionExtensions
{
    extension(SqliteConnection connection)
    {
        /// <summary>Runs a statement and gives the number of rows it changed.</summary>
        public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
        {
            using var command = connection.Prepare(sql, parameters);
            return command.ExecuteNonQuery();
        }

        /// <summary>Gives the first column of the first row, or the default when there is no row or it is NULL.</summary>
        public T? Scalar<T>(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
        {
            using var command = connection.Prepare(sql, parameters);
            using var reader = command.ExecuteReader();
            return reader.Read() && !reader.IsDBNull(0) ? reader.GetFieldValue<T>(0) : default;
        }

        /// <summary>Reads every row. The statement bounds how many there can be.</summary>
        public List<T> Query<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> parameters)
        {
            using var command = connection.Prepare(sql, parameters);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(row(reader));
            }

            return rows;
        }

        private SqliteCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
        {
            var command = connection.CreateCommand();
#pragma warning disable CA2100 // Callers pass constant statements; every value travels as a parameter.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var (name, value) in parameters)
            {
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            }

            return command;
        }
    }
}

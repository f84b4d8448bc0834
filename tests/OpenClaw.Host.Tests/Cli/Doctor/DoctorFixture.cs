using System.Text.Json;
using OpenClaw.Host.Hosting;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Cli.Doctor;

/// <summary>A state folder as a gateway leaves it: a configuration that starts, and a database with the tables of every room.</summary>
internal sealed class DoctorFixture : IDisposable
{
    public const string Secret = "0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly CliRun _cli = new();

    public DoctorFixture(TextReader? answers = null, int port = 1)
    {
        _cli.Console.Answers = answers;
        Paths = StatePathResolver.Resolve(name => name is "OPENCLAW_STATE_DIR" or "HOME" ? _cli["."] : null);
        WithConfig($$"""{ "gateway": { "mode": "local", "port": {{port}}, "auth": { "mode": "token", "token": "{{Secret}}" } } }""");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Paths.ConfigFile, AtomicFile.OwnerOnly);
    }

    public StatePaths Paths { get; }

    public string Output => _cli.Output;

    public string Error => _cli.Error;

    public string this[string file] => _cli[file];

    public DoctorFixture WithConfig(string text)
    {
        _cli.WithConfig(text);
        return this;
    }

    public DoctorFixture With(string variable, string value)
    {
        _cli.With(variable, value);
        return this;
    }

    /// <summary>Makes the database, with rows.</summary>
    public async Task<DoctorFixture> StoreAsync(string sql = "")
    {
        await using var database = await SqliteDatabase.OpenAsync(Paths.DatabaseFile, KnownMigrations.All, TimeProvider.System);
        await database.WriteAsync(connection =>
        {
            connection.Execute("PRAGMA defer_foreign_keys=ON");
            if (sql.Length > 0)
                connection.Execute(sql);
        });
        return this;
    }

    public T? Read<T>(string sql)
    {
        using var connection = SqliteConnections.OpenForInspection(Paths.DatabaseFile);
        return connection.Scalar<T>(sql);
    }

    public Task<int> RunAsync(params string[] arguments) => _cli.RunAsync(["doctor", .. arguments]);

    /// <summary>The findings of one check, as scripts see them.</summary>
    public async Task<List<JsonElement>> FindAsync(string check, params string[] arguments)
    {
        var before = _cli.Output.Length;
        await RunAsync(["--json", "--severity-min", "info", "--only", check, .. arguments]);
        return [.. JsonElement.Parse(_cli.Output[before..]).GetProperty("findings").EnumerateArray()];
    }

    /// <summary>The only finding of a check.</summary>
    public async Task<JsonElement> FindOneAsync(string check, params string[] arguments) => Assert.Single(await FindAsync(check, arguments));

    /// <summary>Repairs, looks again, and finds nothing more.</summary>
    public async Task RepairedAsync(string check, params string[] arguments)
    {
        await RunAsync(["--only", check, .. arguments]);
        Assert.Contains($"repaired {check}", Error, StringComparison.Ordinal);
        Assert.DoesNotContain(await FindAsync(check), static finding => finding.GetProperty("severity").GetString() != "info");
    }

    public void Dispose() => _cli.Dispose();
}

using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Cli.Commands.Doctor;

/// <summary>What the checks look at: the state folder, the configuration as it is now, and with --deep the running gateway.</summary>
internal sealed class DoctorContext(
    CliInvocation invocation, bool isDeep, Func<string, JsonElement, CancellationToken, Task<JsonElement>> ask)
{
    public StatePaths Paths => invocation.Paths;

    public TimeProvider Time => invocation.Time;

    public bool IsDeep => isDeep;

    /// <summary>Whether a gateway works in the state folder, other than this process.</summary>
    public bool IsGatewayRunning { get; } = InstanceLock.IsHeld(invocation.Paths);

    public ConfigLoadResult Config { get; private set; } = ConfigLoader.Load(invocation.Paths, invocation.Variable);

    public string? Variable(string name) => invocation.Variable(name);

    /// <summary>Looks at the configuration file again.</summary>
    public void Reload() => Config = ConfigLoader.Load(Paths, invocation.Variable);

    /// <summary>The configuration as it would be with other content.</summary>
    public ConfigLoadResult Try(byte[] content) =>
        new ConfigPipeline(Paths, invocation.Variable, ConfigOverrides.None).Run(new ConfigFileContent { Exists = true, Bytes = content });

    /// <summary>Asks the running gateway one question.</summary>
    public Task<JsonElement> AskAsync(string method, JsonElement parameters, CancellationToken cancellationToken) => ask(method, parameters, cancellationToken);

    /// <summary>Reads from the database; nothing where there is none, or where it cannot be read: that is the finding of another check.</summary>
    public IReadOnlyList<DoctorFinding> Query(Func<SqliteConnection, IEnumerable<DoctorFinding>> look)
    {
        if (!File.Exists(Paths.DatabaseFile))
            return [];
        try
        {
            using var connection = SqliteConnections.OpenForInspection(Paths.DatabaseFile);
            return [.. look(connection)];
        }
        catch (SqliteException)
        {
            return [];
        }
    }
}

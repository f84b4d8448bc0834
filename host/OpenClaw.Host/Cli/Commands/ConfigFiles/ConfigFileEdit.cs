using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Json5;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Diagnostics.Redaction;

namespace OpenClaw.Host.Cli.Commands.ConfigFiles;

/// <summary>Changes single values of the configuration file, as the gateway itself would: checked first, with a backup, in one piece.</summary>
internal static class ConfigFileEdit
{
    /// <param name="invocation">The command line.</param>
    /// <param name="method">What is said to have changed it.</param>
    /// <param name="edit">Changes the document.</param>
    /// <param name="isDryRun">Whether the file stays as it is.</param>
    /// <param name="cancellationToken">Gives up before, never in the middle.</param>
    /// <exception cref="CliException">The change cannot be made.</exception>
    public static async Task WriteAsync(CliInvocation invocation, string method, Action<ConfigObject> edit, bool isDryRun, CancellationToken cancellationToken)
    {
        var source = new ConfigSource(ConfigLoader.Load(invocation.Paths), new SecretRegistry());
        var onDisk = ConfigLoader.Load(invocation.Paths, source.Overrides);
        if (onDisk is { Exists: true, Parsed: null })
            throw new CliException($"{invocation.Show(onDisk.Path)} cannot be read as configuration. Inspect with openclaw config validate.");
        var document = ConfigDocuments.InCurrentSpelling(onDisk.Parsed ?? new ConfigObject());
        edit(document);
        var bytes = ConfigDocuments.Render(document);
        if (isDryRun)
        {
            Check(invocation, source, bytes);
            return;
        }

        using var metrics = new ConfigurationMetrics();
        using var writer = new ConfigWriter(invocation.Paths, source, metrics, invocation.Time, NullLogger<ConfigWriter>.Instance);
        var hash = await ConfigHash.OpenAsync(invocation.Paths, cancellationToken);
        try
        {
            await writer.WriteAsync(
                new ConfigChange
                {
                    Method = method,
                    Author = "the command line",
                    Raw = System.Text.Encoding.UTF8.GetString(bytes),
                    BaseHash = hash.Compute(onDisk.Bytes.Span),
                },
                cancellationToken);
        }
        catch (ConfigWriteException error)
        {
            throw new CliException(error.Message);
        }
    }

    /// <summary>A value as people type it: JSON5, or a text where it does not read as that, so that nobody has to quote for two readers.</summary>
    /// <exception cref="CliException">It has to be JSON5 and is not.</exception>
    public static ConfigNode ValueOf(string text, bool isStrict = false)
    {
        try
        {
            return Json5Reader.Read(text);
        }
        catch (Json5Exception error)
        {
            return isStrict ? throw new CliException($"The value is not JSON5: {error.Message}") : new ConfigString(text);
        }
    }

    private static void Check(CliInvocation invocation, ConfigSource source, byte[] bytes)
    {
        var result = new ConfigPipeline(invocation.Paths, invocation.Variable, source.Overrides).Run(new ConfigFileContent { Exists = true, Bytes = bytes });
        if (!result.IsValid)
            throw new CliException($"invalid config: {string.Join("; ", result.Issues.Select(static issue => $"{issue.DisplayPath}: {issue.Message}"))}");
    }
}

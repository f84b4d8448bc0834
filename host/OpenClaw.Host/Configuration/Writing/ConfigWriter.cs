using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Configuration.Writing;

/// <summary>
/// Changes the configuration file: one write at a time, only on top of what the caller has seen, only with a result that
/// would start, and with the old content kept beside it.
/// </summary>
internal sealed partial class ConfigWriter(StatePaths paths, ConfigSource source, ConfigurationMetrics metrics, TimeProvider time, ILogger<ConfigWriter> logger) : IDisposable
{
    private const string ReadOnlyVariable = "OPENCLAW_CONFIG_READONLY";

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <exception cref="ConfigWriteException">Refused; the file is as it was.</exception>
    public async Task<ConfigWritten> WriteAsync(ConfigChange change, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(ReadOnlyVariable) == "1")
        {
            throw new ConfigWriteException($"{change.Method}: the configuration is read-only because {ReadOnlyVariable} is 1.") { IsRefusal = true };
        }

        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var written = await WriteAloneAsync(change, cancellationToken);
            metrics.Wrote(written.ChangedPaths.Count == 0 ? "unchanged" : "written");
            return written;
        }
        catch (ConfigWriteException)
        {
            metrics.Wrote("refused");
            throw;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<ConfigWritten> WriteAloneAsync(ConfigChange change, CancellationToken cancellationToken)
    {
        var hashes = await ConfigHash.OpenAsync(paths, cancellationToken);
        var before = ConfigLoader.Load(paths, source.Overrides);
        var oldHash = hashes.Compute(before.Bytes.Span);
        if (change.BaseHash is not null && change.BaseHash != oldHash)
        {
            throw new ConfigWriteException("config changed since last load; re-run config.get and retry");
        }

        if (change.IsPatch && before is { Exists: true, Parsed: null })
        {
            RefuseWith(before.Issues);
        }

        var stored = ConfigDocuments.InCurrentSpelling(before.Parsed ?? new ConfigObject());
        var document = Compose(change, stored);
        var changed = ConfigDiff.ChangedPaths(stored, document);
        if (change.BaseHash is null && before.Exists)
        {
            throw new ConfigWriteException(BaseHashRequired(change, changed));
        }

        // A file that cannot be read has nothing to compare with, so replacing it always counts as a change.
        if (changed.Count == 0 && before.Parsed is not null)
        {
            return new ConfigWritten(before, oldHash, changed);
        }

        document.TrySet("meta.lastTouchedVersion", new ConfigString(HostVersion.Text));
        var bytes = ConfigDocuments.Render(document);
        var after = Validate(bytes);
        await GuardAsync(stored, document, before.Bytes.Length, bytes, cancellationToken);
        await ReplaceAsync(before, bytes, cancellationToken);

        var newHash = hashes.Compute(bytes);
        LogWritten(logger, change.Method, change.Author, string.Join(", ", changed), oldHash, newHash);
        return new ConfigWritten(after, newHash, changed);
    }

    private static ConfigObject Compose(ConfigChange change, ConfigObject stored)
    {
        var issues = new IssueList();
        var written = ConfigDocuments.InCurrentSpelling(ConfigDocuments.Parse(change));
        var restored = (ConfigObject)new PlaceholderRestorer(issues).Restore(written, stored);
        RefuseWith(issues.Errors);
        if (!change.IsPatch)
        {
            return restored;
        }

        var merge = new ConfigMerge(change.ReplacePaths);
        var document = stored.Clone();
        merge.Apply(document, restored);
        return merge.Shrunk.Count == 0
            ? document
            : throw new ConfigWriteException(
                $"{change.Method} would remove entries from array path(s): {string.Join(", ", merge.Shrunk)}. Pass replacePaths with the exact "
                + "path(s) when this is intentional, or use config.apply for full-config replacement.");
    }

    private ConfigLoadResult Validate(byte[] bytes)
    {
        var result = new ConfigPipeline(paths, Environment.GetEnvironmentVariable, source.Overrides).Run(new ConfigFileContent { Exists = true, Bytes = bytes });
        RefuseWith(result.Issues);
        return result;
    }

    private static void RefuseWith(IReadOnlyList<ConfigIssue> issues)
    {
        if (issues.Count > 0)
        {
            var text = string.Join("; ", issues.Select(static issue => $"{issue.DisplayPath}: {issue.Message}"));
            throw new ConfigWriteException($"invalid config: {text}", issues);
        }
    }

    private async Task GuardAsync(ConfigObject stored, ConfigObject document, int bytesBefore, byte[] bytes, CancellationToken cancellationToken)
    {
        var reasons = ConfigWriteGuard.Judge(stored, document, bytesBefore, bytes.Length);
        if (reasons.Count > 0)
        {
            var parked = await ConfigWriteGuard.ParkAsync(paths.ConfigFile, bytes, time.GetUtcNow(), cancellationToken);
            throw new ConfigWriteException(
                $"Config write rejected: {paths.ConfigFile} ({string.Join(", ", reasons)}). Rejected payload saved to {parked}.: code=CONFIG_WRITE_REJECTED")
            {
                IsRefusal = true,
            };
        }
    }

    private async Task ReplaceAsync(ConfigLoadResult before, byte[] bytes, CancellationToken cancellationToken)
    {
        StatePaths.CreatePrivate(Path.GetDirectoryName(paths.ConfigFile)!);
        if (before.Exists)
        {
            await ConfigBackups.KeepAsync(paths.ConfigFile, before.Bytes, cancellationToken);
        }

        // Whoever keeps the file elsewhere and links to it keeps the link.
        var linked = before.Exists ? File.ResolveLinkTarget(paths.ConfigFile, returnFinalTarget: true)?.FullName : null;

        // Noted before it is there: whoever watches the file may see it first.
        source.Known.Note(bytes);
        try
        {
            await AtomicFile.WriteAsync(linked ?? paths.ConfigFile, bytes, cancellationToken: cancellationToken);
        }
        catch
        {
            source.Known.Forget();
            throw;
        }
    }

    private static string BaseHashRequired(ConfigChange change, IReadOnlyList<string> changed) => change.IsPatch && changed.Count > 0
        ? $"config base hash required for {string.Join(", ", changed)}; re-run config.get and retry with baseHash"
        : "config base hash required; re-run config.get and retry";

    [LoggerMessage(5020, LogLevel.Information, "{Method} by {Author} changed {Paths}; {OldHash} became {NewHash}.")]
    private static partial void LogWritten(ILogger logger, string method, string author, string paths, string oldHash, string newHash);
}

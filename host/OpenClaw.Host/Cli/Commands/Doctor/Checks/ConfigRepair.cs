using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Replaces the configuration file, with its old content kept among the backups.</summary>
internal static class ConfigRepair
{
    private const string ReadOnlyVariable = "OPENCLAW_CONFIG_READONLY";

    /// <summary>Changes the document as it was written, in the current spelling.</summary>
    public static Task EditAsync(DoctorContext context, Action<ConfigObject> change, CancellationToken cancellationToken)
    {
        context.Reload();
        var document = ConfigDocuments.InCurrentSpelling(context.Config.Parsed ?? new ConfigObject());
        change(document);
        return SaveAsync(context, ConfigDocuments.Render(document), cancellationToken);
    }

    public static async Task SaveAsync(DoctorContext context, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (context.Variable(ReadOnlyVariable) == "1")
            throw new StorageException($"the configuration is read-only because {ReadOnlyVariable} is 1");
        var file = context.Paths.ConfigFile;
        StatePaths.CreatePrivate(Path.GetDirectoryName(file)!);
        if (context.Config.Exists)
            await ConfigBackups.KeepAsync(file, context.Config.Bytes, cancellationToken);
        var linked = context.Config.Exists ? File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName : null;
        await AtomicFile.WriteAsync(linked ?? file, content, cancellationToken: cancellationToken);
    }
}

using OpenClaw.Host.Configuration.Model;


namespace OpenClaw.Host.Configuration.Binding;

/// <summary>The smaller sections.</summary>
internal static class HostBinders
{
    public static PluginsConfig BindPlugins(SectionReader section) => new()
    {
        Enabled = section.Flag("enabled") ?? true,
        Allow = section.Texts("allow"),
        Deny = section.Texts("deny") ?? [],
        LoadPaths = section.Section("load").Paths("paths") ?? [],
        Entries = section.Map("entries", static (_, entry) => new PluginEntryConfig
        {
            Enabled = entry.Flag("enabled") ?? true,
            Config = entry.Json("config"),
            Limits = BindLimits(entry.Section("limits")),
        }),
        Signatures = BindSignatures(section.Section("signatures")),
        KeepPrevious = section.Section("packages").Integer("keepPrevious") ?? 1,
    };

    private static PluginSignaturesConfig BindSignatures(SectionReader section) => section.IsEmpty
        ? new PluginSignaturesConfig()
        : new PluginSignaturesConfig
        {
            Mode = section.Choice<SignatureMode>("mode") ?? SignatureMode.Warn,
            TrustedSigners = [.. section.List("trustedSigners").Select(static signer => new TrustedSigner
            {
                Name = signer.Text("name"),
                CertificateSha256 = signer.Text("certificateSha256"),
                Ed25519 = signer.Text("ed25519"),
            })],
        };

    private static PluginLimits BindLimits(SectionReader section) => new()
    {
        MaxConcurrentCalls = section.Integer("maxConcurrentCalls") ?? PluginLimits.Default.MaxConcurrentCalls,
        Queue = section.Integer("queue") ?? PluginLimits.Default.Queue,
        SendsPerSecond = section.Integer("sendsPerSecond") ?? PluginLimits.Default.SendsPerSecond,
        CallTimeout = section.Milliseconds("callTimeoutMs") ?? PluginLimits.Default.CallTimeout,
    };

    public static LoggingConfig BindLogging(SectionReader section)
    {
        var defaults = new LoggingConfig();
        return new LoggingConfig
        {
            Level = section.Level("level") ?? defaults.Level,
            ConsoleLevel = section.Level("consoleLevel") ?? defaults.ConsoleLevel,
            ConsoleStyle = section.Choice<ConsoleStyle>("consoleStyle") ?? defaults.ConsoleStyle,
            File = section.Path("file"),
            MaxFileBytes = section.Size("maxFileBytes") ?? defaults.MaxFileBytes,
            MaxFiles = section.Section("rotation").Integer("maxFiles") ?? defaults.MaxFiles,
            RedactSensitive = section.Text("redactSensitive") is not "off",
            RedactPatterns = section.Texts("redactPatterns") ?? defaults.RedactPatterns,
        };
    }

    public static MessagesConfig BindMessages(SectionReader section)
    {
        var queue = section.Section("queue");
        var defaults = new MessageQueueConfig();
        return new MessagesConfig
        {
            Queue = new MessageQueueConfig
            {
                Mode = queue.Choice<QueueMode>("mode") ?? defaults.Mode,
                Cap = queue.Integer("cap") ?? defaults.Cap,
                Drop = queue.Choice<QueueDropPolicy>("drop") ?? defaults.Drop,
                Debounce = queue.Milliseconds("debounceMs") ?? defaults.Debounce,
                ByChannel = Entries(queue.Section("byChannel"), static (section, name) => QueueModeText.Parse(section.Text(name))),
                DebounceByChannel = Entries(queue.Section("debounceMsByChannel"), static (section, name) => section.Milliseconds(name)),
            },
            ResponsePrefix = section.Text("responsePrefix"),
            OutboxExpiry = section.Section("outbox").Duration("expireAfter", TimeSpan.FromHours(1)) is { } expiry && expiry > TimeSpan.Zero
                ? expiry
                : new MessagesConfig().OutboxExpiry,
        };
    }

    private static Dictionary<string, T> Entries<T>(SectionReader section, Func<SectionReader, string, T?> read)
        where T : struct =>
        section.Names.Where(name => read(section, name) is not null)
            .ToDictionary(static name => name, name => read(section, name)!.Value, StringComparer.Ordinal);
}

using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Diagnostics.Logging;
using OpenClaw.Host.Diagnostics.Redaction;
using OpenClaw.Host.Diagnostics.Tail;

namespace OpenClaw.Host.Cli.Logs;

/// <summary>The log that a gateway of this state folder writes.</summary>
internal static class LocalLog
{
    /// <summary>Null while no gateway ever ran here; looking must not make folders.</summary>
    public static LogFileLocation? Find(CliInvocation invocation) => Directory.Exists(invocation.Paths.StateDirectory)
        ? LogSettingsFactory.Locate(invocation.Config.Config?.Logging ?? new(), invocation.Paths)
        : null;

    public static FileLogSource Open(CliInvocation invocation)
    {
        var config = invocation.RequireConfig();
        var location = Find(invocation) ?? throw new CliException("There is no log yet; the gateway writes one when it starts.");
        var secrets = new SecretRegistry();
        SecretRegistration.Register(secrets, invocation.Config.Resolved, config);
        var patterns = config.Logging.RedactSensitive ? TokenPatterns.From(config.Logging.RedactPatterns) : TokenPatterns.None;
        var redactor = new LogRedactor(secrets, patterns);
        return new(new LogTail(location, redactor, invocation.Time));
    }
}

using System.Text.Json;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Model.Models;
using OpenClaw.Host.Configuration.Model.Sessions;

namespace OpenClaw.Host.Configuration;

/// <summary>
/// The whole configuration as one immutable snapshot: aliases normalised, variables substituted, defaults filled in,
/// command line and environment applied. A reader takes <see cref="IConfigSource.Current"/> once per piece of work.
/// </summary>
internal sealed record OpenClawConfig
{
    /// <summary>What runs when there is no file.</summary>
    public static OpenClawConfig Default { get; } = new();

    public GatewayConfig Gateway { get; init; } = new();

    public AgentsConfig Agents { get; init; } = new();

    public SessionConfig Session { get; init; } = new();

    public ModelsConfig Models { get; init; } = new();

    public PluginsConfig Plugins { get; init; } = new();

    public LoggingConfig Logging { get; init; } = new();

    public MessagesConfig Messages { get; init; } = new();

    /// <summary>
    /// The normalised document, for sections without a typed form (<c>channels</c>, <c>cron</c>, ...). It holds secrets in
    /// clear: never log it and never send it, <see cref="Secrets.ConfigRedactor"/> makes the copy for that.
    /// </summary>
    public JsonElement Raw { get; init; } = JsonElement.Parse("{}");

    // A generated ToString would print Raw with everything in it.
    public override string ToString() => $"{nameof(OpenClawConfig)} {{ Port = {Gateway.Port}, Bind = {Gateway.Bind} }}";
}

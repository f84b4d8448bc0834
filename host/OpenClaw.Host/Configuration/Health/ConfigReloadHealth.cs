using System.Text.Json;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Configuration.Health;

/// <summary>How the gateway stands to its file, in the <c>health</c> answer.</summary>
internal sealed class ConfigReloadHealth(ConfigActivation activation, IConfigSource source, RestartSignal restart, ISecretRegistry secrets) : IHealthSection
{
    private const string Active = "active";
    private const string Disabled = "disabled";
    private const string Invalid = "invalid";

    public ValueTask<HealthSummary> ContributeAsync(HealthSummary summary, bool probe, CancellationToken cancellationToken)
    {
        var status = activation.Status;
        var isOff = source.Current.Gateway.Reload.Mode == ReloadMode.Off;
        return ValueTask.FromResult(summary with
        {
            ConfigReload = new HealthConfigReload
            {
                HotReloadStatus = isOff ? Disabled : status.Problem is null ? Active : Invalid,
                Other = status.Problem is null && status.Waiting.Count == 0 ? null : Describe(status),
            },
        });
    }

    private Dictionary<string, JsonElement> Describe(ReloadStatus status)
    {
        var more = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (status.Problem is { } problem)
        {
            more["problem"] = ToJson(secrets.Redact(problem));
        }

        if (status.Waiting.Count > 0)
        {
            more["waiting"] = ToJson(string.Join(", ", status.Waiting));
            more["restarting"] = JsonElement.Parse(restart.IsArmed ? "true" : "false");
        }

        return more;
    }

    private static JsonElement ToJson(string text) => JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\"");
}

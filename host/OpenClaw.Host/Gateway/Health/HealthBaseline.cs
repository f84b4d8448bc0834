using System.Collections.ObjectModel;
using System.Text.Json;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Binding;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Gateway.Health;

/// <summary>What is known from the configuration alone, before the rooms add what they see.</summary>
internal static class HealthBaseline
{
    private static readonly HealthSessions NoSessions = new() { Path = "", Count = 0, Recent = [] };

    public static HealthSummary From(OpenClawConfig config, DateTimeOffset now) => new()
    {
        Ok = true,
        Ts = now.ToUnixTimeMilliseconds(),
        DurationMs = 0,
        Channels = ReadOnlyDictionary<string, JsonElement>.Empty,
        ChannelOrder = [],
        ChannelLabels = ReadOnlyDictionary<string, string>.Empty,
        HeartbeatSeconds = (long)IntervalOf(config, config.Agents.DefaultAgent).TotalSeconds,
        DefaultAgentId = config.Agents.DefaultAgent.Id,
        Agents =
        [
            .. config.Agents.List.Select(agent => new HealthAgent
            {
                AgentId = agent.Id,
                Name = agent.Name,
                IsDefault = agent == config.Agents.DefaultAgent,
                Heartbeat = HeartbeatOf(config, agent),
                Sessions = NoSessions,
            }),
        ],
        Sessions = NoSessions,
    };

    private static HealthHeartbeat HeartbeatOf(OpenClawConfig config, AgentConfig agent)
    {
        var settings = config.Agents.SettingsOf(agent.Id).Heartbeat;
        var every = IntervalOf(config, agent);
        return new HealthHeartbeat
        {
            Enabled = every > TimeSpan.Zero,
            Every = DurationText.Short(every),
            EveryMs = every > TimeSpan.Zero ? (long)every.TotalMilliseconds : null,
            Prompt = settings.Prompt,
            Target = settings.Target,
            AckMaxChars = settings.AckMaxChars,
            Model = settings.Model,
            Session = settings.Session,
        };
    }

    private static TimeSpan IntervalOf(OpenClawConfig config, AgentConfig agent) =>
        config.Agents.HasHeartbeat(agent) ? config.Agents.SettingsOf(agent.Id).Heartbeat.Every : TimeSpan.Zero;
}

using System.Collections.ObjectModel;
using System.Text.Json;
using OpenClaw.Host.Configuration;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Gateway.Health;

/// <summary>What is known from the configuration alone, before the rooms add what they see.</summary>
internal static class HealthBaseline
{
    private static readonly HealthHeartbeat NoHeartbeat = new()
    {
        Enabled = false,
        Every = "0m",
        EveryMs = null,
        Prompt = "",
        Target = "last",
        AckMaxChars = 300,
    };

    private static readonly HealthSessions NoSessions = new() { Path = "", Count = 0, Recent = [] };

    public static HealthSummary From(OpenClawConfig config, DateTimeOffset now) => new()
    {
        Ok = true,
        Ts = now.ToUnixTimeMilliseconds(),
        DurationMs = 0,
        Channels = ReadOnlyDictionary<string, JsonElement>.Empty,
        ChannelOrder = [],
        ChannelLabels = ReadOnlyDictionary<string, string>.Empty,
        HeartbeatSeconds = 0,
        DefaultAgentId = config.Agents.DefaultAgent.Id,
        Agents =
        [
            .. config.Agents.List.Select(agent => new HealthAgent
            {
                AgentId = agent.Id,
                Name = agent.Name,
                IsDefault = agent == config.Agents.DefaultAgent,
                Heartbeat = NoHeartbeat,
                Sessions = NoSessions,
            }),
        ],
        Sessions = NoSessions,
    };
}

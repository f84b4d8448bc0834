namespace OpenClaw.Host.Configuration.Model.Agents;

/// <summary><c>heartbeat.activeHours</c>: the part of the day with heartbeats. An end before the start lies on the next day.</summary>
/// <param name="Start">From, in minutes of the day.</param>
/// <param name="End">To, in minutes of the day, itself not among them; 1440 for the end of the day.</param>
/// <param name="Timezone">Whose day; null for that of the agent's user.</param>
internal sealed record HeartbeatHours(int Start, int End, string? Timezone)
{
    public bool Contains(int minuteOfDay) => Start == End
        ? false
        : Start < End ? minuteOfDay >= Start && minuteOfDay < End : minuteOfDay >= Start || minuteOfDay < End;
}

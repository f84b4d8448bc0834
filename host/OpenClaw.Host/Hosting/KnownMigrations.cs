using OpenClaw.Host.Agents.Models.Failover;
using OpenClaw.Host.Agents.SystemEvents;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Channels.Pairing;
using OpenClaw.Host.Nodes;
using OpenClaw.Host.Scheduling;
using OpenClaw.Host.Security;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tools.Approvals;

namespace OpenClaw.Host.Hosting;

/// <summary>The tables of every room in the order in which the gateway makes them, for those who look at a database without one.</summary>
internal static class KnownMigrations
{
    public static IReadOnlyList<Migration> All =>
    [
        .. SecuritySchema.Migrations,
        .. NodesSchema.Migrations,
        .. SessionsSchema.Migrations,
        .. ApprovalsSchema.Migrations,
        .. CooldownSchema.Migrations,
        .. SystemEventsSchema.Migrations,
        .. InboxSchema.Migrations,
        .. OutboxSchema.Migrations,
        .. PairingSchema.Migrations,
        .. SchedulingSchema.Migrations,
    ];
}

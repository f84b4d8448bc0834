using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Rpc;

/// <summary>Takes rows for the presence list from rooms that hear of somebody who has no connection of their own.</summary>
internal interface IPresenceReports
{
    /// <summary>Sets the row of that name. It goes when it has not been reported for a while.</summary>
    void Report(string key, PresenceEntry entry);
}

using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Delivery;

/// <summary>Shows where a message came from that its answer is being written. A room above implements it.</summary>
internal interface IRunSigns
{
    /// <summary>Begins to show it for a run that has started; null where nothing can be shown.</summary>
    IRunSign? Begin(RunRecord run);
}

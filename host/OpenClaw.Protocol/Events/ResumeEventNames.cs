namespace OpenClaw.Protocol.Events;

/// <summary>
/// What a client hears that asked to resume. Both go to that socket alone, have no number, and are in no catalogue: a client that
/// did not announce <see cref="ClientCapabilities.EventResume"/> never sees them.
/// </summary>
public static class ResumeEventNames
{
    /// <summary>Comes behind the events that were sent again; see <see cref="ResumeDoneEvent"/>.</summary>
    public const string Done = "resume.done";

    /// <summary>Comes in place of them; see <see cref="ResumeGapEvent"/>.</summary>
    public const string Gap = "resume.gap";
}

using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Lanes;

/// <summary>Which messages may share a run: those of one place and of the same rights. Runs that programs ask for stand alone.</summary>
internal static class LaneRules
{
    /// <summary>Whether a waiting run wants to become part of another one in a certain way, and may.</summary>
    public static bool MayTake(ActiveRun run, ActiveRun waiting, QueueMode mode) =>
        waiting.Mode == mode && waiting.Ending == RunEnding.None && MayJoin(run.Record, waiting.Record);

    /// <summary>Whether a waiting message may become part of a run; the run must not get to do for it what its sender may not.</summary>
    public static bool MayJoin(RunRecord into, RunRecord joining) =>
        IsOfOnePlace(into, joining.Surface, joining.Input)
        && into.SessionId == joining.SessionId
        && (joining.Input.SenderIsOwner || !into.Input.SenderIsOwner)
        && joining.MessageSeq is null
        && AsksForNothingElse(into.Input, joining.Input);

    /// <summary>Whether a waiting run may make room for a newer message, which then speaks for it.</summary>
    public static bool GivesWay(RunRecord waiting, RunSurface surface, RunInput input) =>
        IsOfOnePlace(waiting, surface, input) && waiting.MessageSeq is null && waiting.Input.SenderIsOwner == input.SenderIsOwner;

    /// <summary>Whether a message may end a run: one that works, or one that waits and came the same way.</summary>
    public static bool MayInterrupt(RunRecord run, RunRecord newer) =>
        (newer.Input.SenderIsOwner || !run.Input.SenderIsOwner)
        && (run.State == RunState.Running || (run.State == RunState.Accepted && IsOfOnePlace(run, newer.Surface, newer.Input)));

    private static bool IsOfOnePlace(RunRecord run, RunSurface surface, RunInput input) =>
        run.Surface == surface && surface != RunSurface.Agent && PlaceOf(run.Input.Route) == PlaceOf(input.Route);

    private static (string?, string?, string?, string?) PlaceOf(ReplyRoute? route) =>
        (route?.Channel, route?.AccountId, route?.ChatId, route?.ThreadId);

    // What a message asks of its own run would be lost in another one.
    private static bool AsksForNothingElse(RunInput run, RunInput joining) =>
        (joining.ExtraSystemPrompt, joining.TimeoutMs) == (run.ExtraSystemPrompt, run.TimeoutMs)
        // A run that has begun names the model of its session, a message that waits does not.
        && ((joining.Provider ?? joining.Model) is null || (joining.Provider, joining.Model) == (run.Provider, run.Model))
        && (joining.Thinking is null || joining.Thinking == run.Thinking)
        && (joining.Verbose is null || joining.Verbose == run.Verbose)
        && (joining.Reasoning is null || joining.Reasoning == run.Reasoning);
}

using OpenClaw.Host.Configuration.Model.Gateway;

namespace OpenClaw.Host.Configuration.Reload;

/// <summary>Turns the class of a change into an action, as <c>gateway.reload.mode</c> allows.</summary>
internal static class ReloadDecisions
{
    public static ReloadDecision For(ReloadMode mode, ReloadClass change) => (mode, change) switch
    {
        (_, ReloadClass.None) => ReloadDecision.Apply,
        (ReloadMode.Off, _) => ReloadDecision.Wait,
        (ReloadMode.Restart, _) => ReloadDecision.Restart,
        (_, ReloadClass.Hot) => ReloadDecision.Apply,
        (ReloadMode.Hot, _) => ReloadDecision.Wait,
        _ => ReloadDecision.Restart,
    };
}

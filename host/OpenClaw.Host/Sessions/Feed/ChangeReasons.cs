namespace OpenClaw.Host.Sessions.Feed;

/// <summary>Why a session changed, as <c>sessions.changed</c> spells it.</summary>
internal static class ChangeReasons
{
    public const string Create = "create";
    public const string Send = "send";
    public const string Patch = "patch";
    public const string New = "new";
    public const string Reset = "reset";
    public const string Delete = "delete";
    public const string Compact = "compact";
    public const string RunStarted = "agent.run.started";
    public const string InputSettled = "agent.input.settled";
}

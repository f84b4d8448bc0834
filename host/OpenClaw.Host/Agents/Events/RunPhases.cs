namespace OpenClaw.Host.Agents.Events;

/// <summary>Phases that events of a run name, as the wire spells them.</summary>
internal static class RunPhases
{
    public const string PreparingWorkspace = "preparing_workspace";
    public const string PreparingContext = "preparing_context";
    public const string StartingModel = "starting_model";
    public const string Start = "start";
    public const string Model = "model";
    public const string Finishing = "finishing";
    public const string End = "end";
    public const string Error = "error";
    public const string Update = "update";
    public const string Result = "result";
}

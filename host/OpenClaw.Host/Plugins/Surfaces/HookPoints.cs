namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>Where a hook has a say.</summary>
[Flags]
internal enum HookPoints
{
    None = 0,
    Tool = 1,
    Message = 2,
    Run = 4,
    Session = 8,
    Gateway = 16,
}

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>One step of an installation, for whoever watches.</summary>
internal sealed record InstallProgress(string Name, InstallPhase Phase, long? Done = null, long? Total = null);

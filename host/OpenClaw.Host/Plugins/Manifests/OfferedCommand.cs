namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>A command of the command line, as a manifest declares it.</summary>
/// <param name="Name">The word it is called by.</param>
/// <param name="Description">One sentence for the help.</param>
internal sealed record OfferedCommand(string Name, string Description);
